/** One who waits for its turn to take. */
export interface Taker {
  take(): void;
}

/**
 * Lets everyone with something to take do so once all commits of the moment are in: a feed's tick that
 * touches three topics costs a viewer one write, not three, and a commit never waits for sockets. Another one is first each time:
 * who came last is not always served last, and what is made once for all is not always made in the same one's turn.
 */
export class FanOut {
  #due: Taker[] = [];
  #turns = 0;

  /** Gives `taker` its turn at the end of the present task. */
  add(taker: Taker): void {
    if (this.#due.push(taker) === 1) queueMicrotask(this.#run);
  }

  readonly #run = (): void => {
    const due = this.#due;
    this.#due = [];
    const first = this.#turns++ % due.length;
    for (let i = first; i < due.length; i++) due[i]?.take();
    for (let i = 0; i < first; i++) due[i]?.take();
  };
}
