const PER_SECOND = 20;
const BURST = 40;

/** How much a client may say on one connection: 20 messages a second, 40 at once after a while of silence. */
export class MessageRate {
  #left = BURST;
  #at = 0;

  /** Whether one more is allowed, `now` in ms of a clock that never jumps. */
  take(now: number): boolean {
    this.#left = Math.min(BURST, this.#left + ((now - this.#at) * PER_SECOND) / 1_000);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
