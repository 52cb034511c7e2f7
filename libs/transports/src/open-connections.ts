import type { TransportSettings } from './transport-settings';

/** A held connection or parked request, as the server sees them all. */
export interface OpenConnection {
  /** Time has passed; `now` in ms of a clock that never jumps. */
  tick(now: number): void;
  /** The server stops: say so, and close. */
  goodbye(): void;
  /** Drops the socket, said or unsaid. */
  destroy(): void;
}

/**
 * All that is held open. One timer for everyone looks after heartbeats, slow sockets and lifetimes:
 * a timer a connection would cost memory and work at every write.
 */
export class OpenConnections {
  readonly #open = new Set<OpenConnection>();
  readonly #sweep: NodeJS.Timeout;
  #emptied: (() => void) | undefined;
  /** Whether the server is stopping. */
  closing = false;

  constructor(private readonly settings: TransportSettings) {
    this.#sweep = setInterval(this.#tick, Math.min(1_000, settings.heartbeatMs / 5)).unref();
  }

  get size(): number {
    return this.#open.size;
  }

  /** Whether no more are held. */
  get full(): boolean {
    return this.#open.size >= this.settings.capacity;
  }

  add(connection: OpenConnection): void {
    this.#open.add(connection);
  }

  remove(connection: OpenConnection): void {
    this.#open.delete(connection);
    if (this.#open.size === 0) this.#emptied?.();
  }

  /** Tells everyone goodbye; resolves when all are gone, of themselves or at the end of the grace. */
  async goodbye(): Promise<void> {
    this.closing = true;
    clearInterval(this.#sweep);
    for (const connection of this.#open) connection.goodbye();
    await this.#empty();
    this.destroy();
  }

  /** Drops all sockets, and the timer that looks after them. */
  destroy(): void {
    clearInterval(this.#sweep);
    for (const connection of this.#open) connection.destroy();
  }

  #empty(): Promise<void> {
    if (this.#open.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const grace = setTimeout(resolve, this.settings.graceMs);
      this.#emptied = () => {
        clearTimeout(grace);
        resolve();
      };
    });
  }

  readonly #tick = (): void => {
    const now = performance.now();
    for (const connection of this.#open) connection.tick(now);
  };
}
