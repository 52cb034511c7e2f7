/** One who waits for its turn to take. */
export interface Taker {
  take(): void;
}

/**
 * Lets everyone with something to take do so once all commits of the moment are in: a feed's tick that
 * touches three topics costs a viewer one write, not three, and a commit never waits for sockets.
 */
export class FanOut {
  #due: Taker[] = [];

  /** Gives `taker` its turn at the end of the present task. */
  add(taker: Taker): void {
    if (this.#due.push(taker) === 1) queueMicrotask(this.#run);
  }

  readonly #run = (): void => {
    const due = this.#due;
    this.#due = [];
    for (const taker of due) taker.take();
  };
}
