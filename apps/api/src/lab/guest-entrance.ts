import type { Address } from '@tickway/gateway';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/**
 * The server's own end of a gateway: a second way in, on loopback, whose connections are known by it. By the port they come
 * from they could not be told from those of anyone else on this machine, and a gateway may be open to others.
 */
export class GuestEntrance {
  private constructor(private readonly listener: Server) {}

  /** Opens one; each connection is handed to `enter`. */
  static async open(enter: (socket: Socket) => void): Promise<GuestEntrance> {
    // As an HTTP server opens its own.
    const listener = createServer({ allowHalfOpen: true, noDelay: true }, enter);
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new GuestEntrance(listener);
  }

  get address(): Address {
    const address = this.listener.address();
    if (typeof address === 'object' && address) return { host: address.address, port: address.port };
    throw new Error('the entrance does not listen');
  }

  close(): void {
    this.listener.close();
  }
}
