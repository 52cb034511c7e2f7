import { FeedError } from '@tickway/protocol';

/** What is held open for each who asks, so that one alone cannot take all the server has. */
export class Askers {
  readonly #held = new Map<string, number>();

  constructor(private readonly most: number) {}

  /**
   * Holds one more for `asker`; returns what ends that, once.
   *
   * @throws FeedError `over_capacity` when it has as many as it may
   */
  enter(asker: string): () => void {
    const held = this.#held.get(asker) ?? 0;
    if (held >= this.most)
      throw new FeedError('over_capacity', 'more connections from one address than it may have');
    this.#held.set(asker, held + 1);
    let entered = true;
    return () => {
      if (entered) this.#leave(asker);
      entered = false;
    };
  }

  /** For how many something is held. */
  get size(): number {
    return this.#held.size;
  }

  #leave(asker: string): void {
    const held = this.#held.get(asker) ?? 0;
    if (held > 1) this.#held.set(asker, held - 1);
    else this.#held.delete(asker);
  }
}
