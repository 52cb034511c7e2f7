import { Module, type DynamicModule } from '@nestjs/common';
import { RIM, SocketIoGateway, type Rim } from '@tickway/transports';
import { CONFIG, type Config } from './config';
import { FeedRunner } from './feeds/feed-runner';
import { IngestSource } from './feeds/ingest-source';
import { HealthController } from './health/health.controller';
import { History } from './history/history';
import { HistoryController } from './history/history.controller';
import { ForgetController } from './ingest/forget.controller';
import { IngestController } from './ingest/ingest.controller';
import { labControllers, type Lab } from './lab/lab';
import { FOLDERS, type Folders } from './page/folders';
import { PageController } from './page/page.controller';
import { TilesController } from './page/tiles.controller';
import { StatsController } from './stats/stats.controller';

/** What the framework's part of the server is made of. */
export interface Parts {
  readonly config: Config;
  readonly folders: Folders;
  readonly rim: Rim;
  readonly ingest: IngestSource;
  readonly runner: FeedRunner;
  readonly history: History;
  readonly lab: Lab;
}

/** All that is not the feed: health, figures, history, ingest, the lab, the page; and Socket.IO's gateway. */
@Module({})
export class AppModule {
  static of({ config, folders, rim, ingest, runner, history, lab }: Parts): DynamicModule {
    return {
      module: AppModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: FOLDERS, useValue: folders },
        { provide: RIM, useValue: rim },
        { provide: IngestSource, useValue: ingest },
        { provide: FeedRunner, useValue: runner },
        { provide: History, useValue: history },
        ...lab.providers,
        SocketIoGateway,
      ],
      // The page's controller answers every address, so it comes last.
      controllers: [
        HealthController,
        StatsController,
        HistoryController,
        IngestController,
        ForgetController,
        ...labControllers,
        TilesController,
        PageController,
      ],
    };
  }
}
