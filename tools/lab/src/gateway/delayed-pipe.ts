import type { Cancel, Clock } from '../clock/clock';
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

/** Hands bytes to a link and to the far end when they arrive, in order; at last the end, which no byte overtakes. */
export class DelayedPipe {
  #underway = 0;
  #lastAt = -Infinity;
  readonly #waiting = new Set<Cancel>();

  constructor(
    private readonly clock: Clock,
    private readonly link: Link,
    private readonly to: PipeEnd,
  ) {}

  send(bytes: Buffer): void {
    const now = this.clock.now();
    let start = 0;
    this.#count(bytes.length);
    for (const { at, bytes: size } of this.link.carry(bytes.length, now)) {
      const piece = bytes.subarray(start, start + size);
      start += size;
      this.#at(at, () => {
        this.#count(-piece.length);
        this.to.write(piece);
      });
    }
  }

  end(): void {
    const [{ at } = { at: 0 }] = this.link.carry(1, this.clock.now());
    this.#at(at, () => this.to.end());
  }

  /** Forgets what is underway. */
  cut(): void {
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
  }

  #at(at: number, act: () => void): void {
    const now = this.clock.now();
    // Timers are whole milliseconds: never earlier than what went before.
    this.#lastAt = Math.max(at, this.#lastAt);
    const wait = this.#lastAt - now;
    if (wait <= 0 && this.#waiting.size === 0) return act();
    const cancel = this.clock.after(Math.max(0, wait), () => {
      this.#waiting.delete(cancel);
      act();
    });
    this.#waiting.add(cancel);
  }

  #count(bytes: number): void {
    const before = this.#underway >= MOST_BYTES_UNDERWAY;
    this.#underway += bytes;
    const after = this.#underway >= MOST_BYTES_UNDERWAY;
    if (before !== after) this.to.full(after);
  }
}
