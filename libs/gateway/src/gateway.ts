import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Clock } from './clock/clock';
import type { Address } from './address';
import { Line, type Side } from './line';
import { clearNetwork, type Network } from './network/network';
import type { Tap } from './wire-log/tap';

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly server: Address;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly network?: Network;
  /**
   * Address to listen on.
   *
   * @default '127.0.0.1'
   */
  readonly host?: string;
  /** Connections at once; more are closed. @default Infinity */
  readonly most?: number;
  /** Listens to a new connection. @default nobody does */
  readonly tap?: () => Tap;
}

/** What has passed a gateway. */
export interface GatewayTraffic {
  /** Open now. */
  readonly connections: number;
  /** Delivered so far, after delays and faults. */
  readonly toServerBytes: number;
  readonly toViewerBytes: number;
}

/**
 * A way to the server with faults of its own making. Each has its own port, settings and connections, so what one viewer
 * or analyst does to theirs disturbs nobody else. The only file of the gateway that knows sockets.
 */
export class Gateway {
  readonly #lines = new Set<Line>();
  readonly #delivered = { server: 0, viewer: 0 };
  #pulledUntil = -Infinity;
  #network: Network;

  private constructor(
    private readonly listener: Server,
    private readonly options: GatewayOptions,
  ) {
    this.#network = options.network ?? clearNetwork;
    listener.on('connection', (near) => this.#join(near));
  }

  static async open(options: GatewayOptions): Promise<Gateway> {
    const listener = createServer({ allowHalfOpen: true, noDelay: true });
    listener.maxConnections = options.most ?? Infinity;
    listener.listen(0, options.host ?? '127.0.0.1');
    await once(listener, 'listening');
    return new Gateway(listener, options);
  }

  get network(): Network {
    return this.#network;
  }

  /** Takes effect at once, on running connections too (but for `stripUpgrade`, which is read at their beginning). */
  set network(network: Network) {
    this.#network = network;
    for (const line of this.#lines) line.networkChanged();
  }

  /** Where viewers connect to. */
  get address(): Address {
    const address = this.listener.address();
    if (typeof address === 'object' && address) return { host: address.address, port: address.port };
    throw new Error('the gateway does not listen');
  }

  /** What has passed so far. */
  get traffic(): GatewayTraffic {
    const { server: toServerBytes, viewer: toViewerBytes } = this.#delivered;
    return { connections: this.#lines.size, toServerBytes, toViewerBytes };
  }

  /** Pulls the cable for `ms`: nothing passes, new connections included; no connection ends by it. */
  pull(ms: number): void {
    this.#pulledUntil = this.options.clock.now() + ms;
    for (const line of this.#lines) line.pull(ms);
  }

  /** Ends every connection without a word. */
  cut(): void {
    for (const line of this.#lines) this.#drop(line);
  }

  close(): void {
    this.cut();
    this.listener.close();
  }

  #join(near: Socket): void {
    const far = connect({ ...this.options.server, noDelay: true, allowHalfOpen: true });
    const { clock, random, tap } = this.options;
    const listening = tap?.();
    const line = new Line({
      ...{ network: () => this.#network, clock, random },
      near: side(near, (bytes) => {
        this.#delivered.viewer += bytes.length;
        listening?.toViewer(bytes);
      }),
      far: side(far, (bytes) => (this.#delivered.server += bytes.length)),
    });
    this.#lines.add(line);
    const pulled = this.#pulledUntil - clock.now();
    if (pulled > 0) line.pull(pulled);
    if (listening) near.on('data', (chunk: Buffer) => listening.fromViewer(chunk));
    near.on('close', () => listening?.closed());
    near.on('data', (chunk: Buffer) => line.fromViewer(chunk)).on('end', () => line.viewerEnded());
    far.on('data', (chunk: Buffer) => line.fromServer(chunk)).on('end', () => line.serverEnded());
    for (const socket of [near, far]) {
      // A broken side shows by its close.
      socket.on('error', () => undefined);
      socket.on('close', (broken) => (broken ? this.#drop(line) : this.#dropWhenOver(line, near, far)));
    }
  }

  #dropWhenOver(line: Line, near: Socket, far: Socket): void {
    // The far side may be closed while its last bytes are still on their way to the viewer.
    if (near.destroyed) this.#drop(line);
    else if (far.destroyed && !far.readableEnded) this.#drop(line);
  }

  #drop(line: Line): void {
    if (this.#lines.delete(line)) line.cut();
  }
}

const side = (socket: Socket, deliver: (bytes: Buffer) => void): Side => ({
  write: (bytes) => {
    if (socket.destroyed) return;
    deliver(bytes);
    socket.write(bytes);
  },
  end: () => void socket.end(),
  destroy: () => void socket.destroy(),
  pause: () => void socket.pause(),
  resume: () => void socket.resume(),
});
