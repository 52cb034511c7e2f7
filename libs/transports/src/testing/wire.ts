import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A client that sees bytes: what is on the wire, and no more. */
export class Wire {
  /** Grows by doubling, for a stalled reader's backlog comes in hundreds of pieces. */
  private store = Buffer.alloc(65_536);
  private stored = 0;
  private changed: () => void = () => undefined;
  closed = false;

  private constructor(readonly socket: Socket) {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      this.add(chunk);
      this.changed();
    });
    socket.on('close', () => {
      this.closed = true;
      this.changed();
    });
  }

  static async open(port: number, { allowHalfOpen = false } = {}): Promise<Wire> {
    const wire = new Wire(connect({ port, host: '127.0.0.1', allowHalfOpen }));
    await once(wire.socket, 'connect');
    return wire;
  }

  /** Asks for a path, as a client that keeps the connection. */
  get(path: string, headers: readonly string[] = []): void {
    this.socket.write(
      [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${this.socket.remotePort}`, ...headers, '', ''].join('\r\n'),
    );
  }

  /** Asks for a WebSocket. */
  upgrade(path: string, headers: readonly string[] = []): void {
    this.get(path, [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    ]);
  }

  get length(): number {
    return this.stored;
  }

  /** What came after the first head. */
  get body(): Buffer {
    const end = this.bytes.indexOf('\r\n\r\n');
    return end < 0 ? Buffer.alloc(0) : this.bytesFrom(end + 4);
  }

  bytesFrom(start: number): Buffer {
    return this.bytes.subarray(start);
  }

  get text(): string {
    return this.bytes.toString();
  }

  /** The text, once it holds `part`. */
  async until(part: string): Promise<string> {
    let from = 0;
    while (this.bytes.indexOf(part, from) < 0) {
      from = Math.max(0, this.stored - Buffer.byteLength(part));
      if (this.closed) throw new Error(`closed before ${part} came, after: ${this.text.slice(-300)}`);
      await new Promise<void>((resolve) => (this.changed = resolve));
    }
    return this.text;
  }

  async ended(): Promise<void> {
    if (!this.closed) await once(this.socket, 'close');
  }

  private get bytes(): Buffer {
    return this.store.subarray(0, this.stored);
  }

  private add(chunk: Buffer): void {
    const needed = this.stored + chunk.length;
    if (needed > this.store.length) {
      const larger = Buffer.alloc(2 * needed);
      this.bytes.copy(larger);
      this.store = larger;
    }
    chunk.copy(this.store, this.stored);
    this.stored = needed;
  }
}
