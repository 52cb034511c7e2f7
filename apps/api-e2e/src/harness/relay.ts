import { once } from 'node:events';
import { connect, createServer, type Server as NetServer, type Socket } from 'node:net';
import { portOf } from './free-port';

interface Wire {
  /** The side of the client. */
  readonly near: Socket;
  /** The side of the server. */
  readonly far: Socket;
}

/** A wire between client and server that a test can cut, refuse, or stop from draining. */
export class Relay {
  private readonly wires = new Set<Wire>();
  /** Bytes that came from the server. */
  bytesDown = 0;
  private refusing = false;
  private stalled = false;

  private constructor(
    private readonly listener: NetServer,
    private readonly port: number,
  ) {
    listener.on('connection', (near) => this.join(near));
  }

  /** A relay to `port` of this machine. */
  static async to(port: number): Promise<Relay> {
    const listener = createServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new Relay(listener, port);
  }

  /** The origin that clients use instead of the server's. */
  get url(): string {
    return `http://127.0.0.1:${portOf(this.listener)}`;
  }

  /** Ends every connection, as a network does: without a word. */
  cut(): void {
    for (const { near, far } of this.wires) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  /** Cuts, and lets nobody in until {@link mend}. */
  sever(): void {
    this.refusing = true;
    this.cut();
  }

  /** Takes nothing from the server any more, so that its sockets do not drain, until {@link mend}. */
  stall(): void {
    this.stalled = true;
    for (const { near, far } of this.wires) far.unpipe(near).pause();
  }

  /** Undoes {@link sever} and {@link stall}. */
  mend(): void {
    this.refusing = false;
    if (this.stalled) for (const { near, far } of this.wires) far.pipe(near);
    this.stalled = false;
  }

  /** Ends all. */
  close(): void {
    this.cut();
    this.listener.close();
  }

  private join(near: Socket): void {
    // A failed half is a cut wire: its other half ends without a word as well.
    near.on('error', () => near.destroy());
    if (this.refusing) return void near.resetAndDestroy();
    const far = connect(this.port, '127.0.0.1');
    const wire = { near, far };
    this.wires.add(wire);
    far.on('error', () => far.destroy());
    far.on('data', (chunk) => (this.bytesDown += chunk.length));
    near.pipe(far);
    if (this.stalled) far.pause();
    else far.pipe(near);
    near.on('close', () => {
      this.wires.delete(wire);
      far.destroy();
    });
    far.on('close', () => near.destroySoon());
  }
}
