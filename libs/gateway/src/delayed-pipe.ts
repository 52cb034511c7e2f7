import type { Clock } from './clock/clock';
import type { Link } from './link';

/** Bytes on the way beyond which the sending side is told to wait. */
const MOST_BYTES_UNDERWAY = 1024 * 1024;

/** Where delayed bytes go. */
export interface PipeEnd {
  write(bytes: Buffer): void;
  end(): void;
  /** Whether the sending side shall wait. */
  full(full: boolean): void;
}

interface Underway {
  readonly at: number;
  /** Absent: the end. */
  readonly bytes?: Buffer;
}

/**
 * Hands bytes to a link and to the far end when they arrive: first in, first out, whatever timers do; at last the
 * end, which no byte follows.
 */
export class DelayedPipe {
  readonly #underway: Underway[] = [];
  #bytes = 0;
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly link: Link,
    private readonly to: PipeEnd,
  ) {}

  /** Sends what came at `now`. */
  send(bytes: Buffer, now: number): void {
    let start = 0;
    for (const { at, bytes: size } of this.link.carry(bytes.length, now)) {
      this.#underway.push({ at, bytes: bytes.subarray(start, start + size) });
      start += size;
    }
    this.#count(bytes.length);
    this.#deliver();
  }

  end(): void {
    for (const { at } of this.link.carry(1, this.clock.now())) this.#underway.push({ at });
    this.#deliver();
  }

  /** Forgets what is underway. */
  cut(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#underway.length = 0;
  }

  /** Gives the far end what has arrived, and waits for the next. */
  #deliver(): void {
    // What a timer cannot tell from now is due.
    const due = this.clock.now() + this.clock.stepMs / 2;
    for (let [first] = this.#underway; first && first.at <= due; [first] = this.#underway) {
      this.#underway.shift();
      this.#arrive(first);
    }
    const [next] = this.#underway;
    if (!next || this.#cancel) return;
    this.#cancel = this.clock.after(Math.max(0, next.at - this.clock.now()), () => {
      this.#cancel = undefined;
      this.#deliver();
    });
  }

  #arrive({ bytes }: Underway): void {
    if (!bytes) return this.to.end();
    this.#count(-bytes.length);
    this.to.write(bytes);
  }

  #count(bytes: number): void {
    const before = this.#bytes >= MOST_BYTES_UNDERWAY;
    this.#bytes += bytes;
    const after = this.#bytes >= MOST_BYTES_UNDERWAY;
    if (before !== after) this.to.full(after);
  }
}
