import { once } from 'node:events';
import { Agent, createServer, type Server } from 'node:http';
import type { Address } from '../address';
import type { Clock } from '../clock/clock';
import { answerByTopics } from './answer-by-topics';
import { openByTopics } from './open-by-topics';
import { codedError, refuseRequest, refuseUpgrade } from './own-frames';
import { passRequest, type Asked } from './pass-request';
import { passUpgrade, type Upgrade } from './pass-upgrade';
import type { Route } from './route';
import type { RouteRim } from './route-rim';
import type { RoutedSocket } from './routed-socket';
import { Routes } from './routes';
import { splitTarget } from './split-target';

/** What a routing gateway is made of. */
export interface RoutingGatewayOptions {
  readonly routes: readonly Route[];
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** @default 0, any free one */
  readonly port?: number;
  /** How long a server may say nothing while it is listened to, ms. @default 45_000, three of its heartbeats */
  readonly silenceMs?: number;
}

/** As long as a server keeps its own, ms. */
const KEEP_ALIVE_MS = 65_000;
const SILENCE_MS = 45_000;

/**
 * One address in front of several servers: who answers is decided by where something is asked, or by what: the topics in a request's query
 * or in a WebSocket's messages. It keeps nothing of what it routes; places are the clients' cursors.
 */
export class RoutingGateway {
  readonly #sockets = new Set<RoutedSocket>();

  private constructor(
    private readonly listener: Server,
    private readonly rim: RouteRim,
  ) {
    listener.on('request', (request, response) => void this.#answer({ request, response }));
    listener.on('upgrade', (request, socket, head: Buffer) => this.#upgrade({ request, socket, head }));
  }

  /** @throws Error when two routes want the same, or the port is taken */
  static async open(options: RoutingGatewayOptions): Promise<RoutingGateway> {
    const { routes, clock, random, silenceMs = SILENCE_MS } = options;
    const agent = new Agent({ keepAlive: true, noDelay: true });
    const rim = { routes: new Routes(routes), clock, random, silenceMs, agent };
    const listener = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, noDelay: true });
    const gateway = new RoutingGateway(listener, rim);
    listener.listen(options.port ?? 0, options.host ?? '127.0.0.1');
    await once(listener, 'listening');
    return gateway;
  }

  /** Where clients connect to. */
  get address(): Address {
    const address = this.listener.address();
    if (typeof address === 'object' && address) return { host: address.address, port: address.port };
    throw new Error('the gateway does not listen');
  }

  /** Says goodbye where it can and ends all. */
  close(): void {
    for (const socket of this.#sockets) socket.end('shutdown');
    this.listener.close();
    this.listener.closeAllConnections();
    this.rim.agent.destroy();
  }

  async #answer(asked: Asked): Promise<void> {
    const { request, response } = asked;
    try {
      const to = this.rim.routes.at(request.headers.host, splitTarget(request.url ?? '').path);
      if (to === 'by topics') await answerByTopics(this.rim, asked);
      else passRequest(this.rim, asked, to);
    } catch (error) {
      refuseRequest(this.rim, response, codedError(error));
    }
  }

  #upgrade(upgrade: Upgrade): void {
    const { request, socket } = upgrade;
    // Nobody else listens as long as the socket belongs to nobody.
    socket.on('error', () => socket.destroy());
    try {
      const to = this.rim.routes.at(request.headers.host, splitTarget(request.url ?? '').path);
      if (to === 'by topics') this.#open(upgrade);
      else passUpgrade(this.rim, upgrade, to);
    } catch (error) {
      refuseUpgrade(this.rim, socket, codedError(error));
    }
  }

  #open(upgrade: Upgrade): void {
    const routed = openByTopics(this.rim, upgrade);
    this.#sockets.add(routed);
    upgrade.socket.once('close', () => this.#sockets.delete(routed));
  }
}
