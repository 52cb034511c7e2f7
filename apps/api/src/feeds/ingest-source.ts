import type { Batch } from '@tickway/feed';
import { Subject } from 'rxjs';
import type { OutsideTopic } from './outside-topic';
import type { Source } from './source';

/** What outside programs say, as one more feed. */
export class IngestSource implements Source {
  private readonly said = new Subject<Batch>();
  readonly feed;

  constructor(topics: readonly OutsideTopic[]) {
    this.feed = {
      name: 'ingest',
      topics: topics.map(({ topic }) => topic),
      batches: this.said.asObservable(),
    };
  }

  about() {
    return { label: 'Outside programs', simulated: false };
  }

  publish(batch: Batch): void {
    this.said.next(batch);
  }
}
