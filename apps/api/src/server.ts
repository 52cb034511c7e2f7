import { Hub, memoryEngine, type Clock } from '@tickway/hub';
import { Logger, type DynamicModule, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FeedIoAdapter, openRim, putFeedInFront, type Rim } from '@tickway/transports';
import type { RequestListener, Server } from 'node:http';
import { asyncScheduler } from 'rxjs';
import { AppModule } from './app.module';
import { CodedErrorFilter } from './coded-error.filter';
import { boundSockets } from './bound-sockets';
import type { Config } from './config';
import { FeedRunner } from './feeds/feed-runner';
import { IngestSource } from './feeds/ingest-source';
import type { Source } from './feeds/source';
import { recordedOf, topicsOf } from './feeds/topics';
import { History, type HistoryOptions } from './history/history';
import { addressOf, createHttpServer, cutter, listen } from './http-server';
import { feedOnly } from './lab/feed-only';
import { Lab } from './lab/lab';
import type { Folders } from './page/folders';
import { serveFiles } from './page/serve-files';

/** What a server is made of. */
export interface ServerParts {
  readonly config: Config;
  readonly folders: Folders;
  readonly sources: readonly Source[];
  readonly clock: Clock;
  /** Opens the store of the history; none: there is no history. */
  readonly openStore: HistoryOptions['open'];
  /** Hears of a feed that failed; the server goes on without it. */
  readonly onFeedFailure: (name: string, error: unknown) => void;
}

/** A server that listens. */
export interface RunningServer {
  /** Where, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Says goodbye to everyone, closes all, and resolves when nothing is left. */
  stop(): Promise<void>;
}

/**
 * Starts the feeds, the hub, the transports and the page on one port.
 *
 * @throws BadSetting when the configuration cannot be had here
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, clock, folders } = parts;
  const topics = topicsOf(config.ingest?.topics ?? []);
  const hub = new Hub({ engine: memoryEngine({ clock, epoch: newEpoch(clock) }), topics });
  const server = createHttpServer(config);
  const lab = new Lab({ config, folders, enter: (socket) => server.emit('connection', socket) });
  const rim = openRim({
    ...{ hub, clock, random: Math.random, settings: config.transports },
    onFault: (error) => logger.error(error),
    guestOf: (socket) => lab.gateways.guestOn(socket)?.origin,
  });
  const ingest = new IngestSource(config.ingest?.topics ?? [], clock);
  const history = new History({ hub, clock, topics: recordedOf(topics), open: parts.openStore });
  const sources = config.ingest ? [...parts.sources, ingest] : parts.sources;
  const runner = new FeedRunner({
    ...{ hub, clock, sources, scheduler: asyncScheduler },
    onFailure: parts.onFeedFailure,
  });
  boundSockets(server, rim);
  const cut = cutter(server);
  const module = AppModule.of({ config, folders, rim, ingest, runner, history, lab });
  const app = await createApp(module, { ...{ server, rim, folders, lab }, tiles: config.tiles });
  await listen(server, config);
  history.start();
  runner.start();
  return {
    address: addressOf(server),
    async stop() {
      runner.stop();
      await rim.connections.goodbye();
      await lab.stop();
      await cut();
      await app.close();
      await history.stop();
      hub.close();
    },
  };
}

interface Surroundings {
  readonly server: Server;
  readonly rim: Rim;
  readonly folders: Folders;
  readonly lab: Lab;
  readonly tiles: Config['tiles'];
}

const logger = new Logger('Feed');

const options: Pick<NestApplicationOptions, 'bodyParser' | 'logger' | 'abortOnError'> = {
  bodyParser: false,
  logger: ['error', 'warn'],
  abortOnError: false,
};

/** The framework, as a guest on our server: it gets what the feed's front does not answer itself. */
async function createApp(module: DynamicModule, { server, rim, folders, lab, tiles }: Surroundings) {
  const app = await NestFactory.create<NestExpressApplication>(module, options);
  app.disable('x-powered-by');
  app.useGlobalFilters(new CodedErrorFilter(rim));
  app.useWebSocketAdapter(new FeedIoAdapter(server, rim.settings));
  app.use(feedOnly(lab.gateways, rim));
  serveFiles(app, folders, { access: lab.access, tiles });
  await app.init();
  server.on('request', app.getHttpAdapter().getInstance() as RequestListener);
  putFeedInFront(server, rim);
  return app;
}

// Offsets begin again with each start, so each start is an epoch of its own.
const newEpoch = ({ now }: Clock) => now().toString(36);
