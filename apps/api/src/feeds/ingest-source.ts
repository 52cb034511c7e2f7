import type { Batch } from '@tickway/feed';
import type { Clock } from '@tickway/hub';
import type { Key, Topic } from '@tickway/protocol';
import { Subject } from 'rxjs';
import type { OutsideTopic } from './outside-topic';
import type { Source } from './source';

/** What outside programs say, as one more feed. */
export class IngestSource implements Source {
  private readonly said = new Subject<Batch>();
  readonly feed;

  constructor(
    topics: readonly OutsideTopic[],
    private readonly clock: Clock,
  ) {
    this.feed = {
      name: 'ingest',
      topics: topics.map(({ topic }) => topic),
      batches: this.said.asObservable(),
    };
  }

  about() {
    return { label: 'Outside programs', simulated: false };
  }

  /** Ends a key. */
  end(topic: Topic, key: Key): void {
    this.publish({ topic, updates: [{ key, removed: true, at: this.clock.now() }] });
  }

  publish(batch: Batch): void {
    this.said.next(batch);
  }
}
