import type { Address, Tap } from '@tickway/gateway';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Passes connections on byte for byte, and lets somebody hear them: the faulty gateway reads HTTP/1.1, this nothing. */
export class Relay {
  readonly #sockets = new Set<Socket>();

  private constructor(
    private readonly listener: Server,
    private readonly to: Address,
    private readonly hear: () => Tap,
  ) {
    listener.on('connection', (near) => this.#join(near));
  }

  static async open(to: Address, hear: () => Tap): Promise<Relay> {
    const listener = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new Relay(listener, to, hear);
  }

  get address(): Address {
    const address = this.listener.address();
    if (typeof address === 'object' && address) return { host: address.address, port: address.port };
    throw new Error('the relay does not listen');
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.listener.close();
  }

  #join(near: Socket): void {
    const far = connect({ ...this.to, noDelay: true });
    const tap = this.hear();
    near.on('data', (chunk: Buffer) => tap.fromViewer(chunk)).pipe(far);
    far.on('data', (chunk: Buffer) => tap.toViewer(chunk)).pipe(near);
    near.on('close', () => tap.closed());
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      // A broken side shows by its close.
      one.on('error', () => undefined);
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }
}
