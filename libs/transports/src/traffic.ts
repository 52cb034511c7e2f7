import { transportNames, type TransportName } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';
import type { Socket } from 'node:net';

/** What one transport has done since the start. */
export interface TransportCounts {
  /** Held now: sockets, streams, parked polls. */
  readonly open: number;
  /** HTTP requests and handshakes. */
  readonly requests: number;
  readonly frames: number;
  readonly rows: number;
  /** Bytes on the sockets: headers, framing and handshake included, TCP and below not. */
  readonly bytesWritten: number;
  readonly bytesRead: number;
  /** Time of the event loop spent on this transport, ms: what {@link Traffic.spend} ran. */
  readonly loopMs: number;
}

type Counters = { -readonly [Name in keyof TransportCounts]: number };

const zero = (): Counters => ({
  ...{ open: 0, requests: 0, frames: 0, rows: 0 },
  ...{ bytesWritten: 0, bytesRead: 0, loopMs: 0 },
});

/**
 * Counts each transport's work. Bytes are read off the sockets' own counters: whatever a socket has
 * carried since it was last settled belongs to the request that ends now.
 */
export class Traffic {
  readonly #counts = new Map<TransportName, Counters>(transportNames.map((name) => [name, zero()]));
  readonly #settled = new WeakMap<Socket, { read: number; written: number }>();
  readonly #held = new Map<Socket, TransportName>();
  /** Whether a piece of work is being timed: what it calls is on its account. */
  #spending = false;

  /** A request or handshake of a transport came in. */
  requested(name: TransportName): void {
    this.#of(name).requests++;
  }

  /** The socket stays with this transport until {@link released}. */
  held(name: TransportName, socket: Socket): void {
    this.#of(name).open++;
    this.#held.set(socket, name);
  }

  released(name: TransportName, socket: Socket): void {
    this.#of(name).open--;
    this.#held.delete(socket);
    this.settle(socket, name);
  }

  wrote(name: TransportName, frames: readonly EncodedFrame[]): void {
    const counters = this.#of(name);
    counters.frames += frames.length;
    for (const { frame } of frames) if ('rows' in frame) counters.rows += frame.rows.length;
  }

  /**
   * Does a piece of work for a transport and books its time on it. The kernel's and the HTTP parser's work before it is on nobody's
   * account, and what the hub makes once for all is on that of who happened to come first.
   */
  spend(name: TransportName, work: () => void): void {
    if (this.#spending) return work();
    this.#spending = true;
    const from = performance.now();
    try {
      work();
    } finally {
      this.#spending = false;
      this.#of(name).loopMs += performance.now() - from;
    }
  }

  /** Books what the socket carried since it was last settled: on a transport, or on nobody (the page). */
  settle(socket: Socket, name?: TransportName): void {
    const { bytesRead, bytesWritten } = socket;
    if (name !== undefined) {
      const last = this.#settled.get(socket);
      const counters = this.#of(name);
      counters.bytesRead += bytesRead - (last?.read ?? 0);
      counters.bytesWritten += bytesWritten - (last?.written ?? 0);
    }
    this.#settled.set(socket, { read: bytesRead, written: bytesWritten });
  }

  /** The counts of this moment. */
  snapshot(): Readonly<Record<string, TransportCounts>> {
    for (const [socket, name] of this.#held) this.settle(socket, name);
    return Object.fromEntries([...this.#counts].map(([name, counters]) => [name, { ...counters }]));
  }

  #of(name: TransportName): Counters {
    const counters = this.#counts.get(name);
    if (counters === undefined) throw new Error('a transport without counters');
    return counters;
  }
}
