import { Ingest } from './ingest';
import type { Settings } from './server';

/** Gives each test topics of its own, so that none sees another's updates. */
export class TopicPool {
  private readonly given = { latest: 0, every: 0 };

  constructor(private readonly size: number) {}

  /** A topic that nobody had yet. */
  next(delivery: 'latest' | 'every'): string {
    if (this.given[delivery] === this.size)
      throw new Error(`no ${delivery} topics left: make the pool larger`);
    return `${delivery}-${++this.given[delivery]}`;
  }

  /** Settings of a server that has all topics of the pool. */
  get settings(): Settings {
    const numbers = Array.from({ length: this.size }, (_, index) => index + 1);
    const all = (delivery: string) => numbers.map((number) => `${delivery}-${number}:${delivery}`);
    return Ingest.settings([...all('latest'), ...all('every')]);
  }
}

/** The topics of the whole run. */
export const TOPICS = new TopicPool(150);
