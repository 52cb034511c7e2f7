import type { Batch } from '@tickway/feed';
import type { Topic } from '@tickway/protocol';
import { Subject } from 'rxjs';
import type { Source } from './source';

/** What outside programs say, as one more feed. */
export class IngestSource implements Source {
  private readonly said = new Subject<Batch>();
  readonly feed;
  readonly about = { label: 'Outside programs', simulated: false };

  constructor(topics: readonly Topic[]) {
    this.feed = { name: 'ingest', topics, batches: this.said.asObservable() };
  }

  publish(batch: Batch): void {
    this.said.next(batch);
  }
}
