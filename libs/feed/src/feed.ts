import type { Topic, Update } from '@tickway/protocol';
import type { Observable } from 'rxjs';

/** The updates of one tick of a source for one topic, in the order in which they happened. */
export interface Batch {
  readonly topic: Topic;
  readonly updates: readonly Update[];
}

/**
 * A source of updates: a simulator, a timetable, a recording, an outside program. It knows nothing of
 * offsets, clients or the hub; it starts when subscribed to and ends when unsubscribed from.
 */
export interface Feed {
  readonly name: string;
  /** What it speaks of; no other feed may publish to these. */
  readonly topics: readonly Topic[];
  /** One batch a topic and tick. An error ends this feed only. */
  readonly batches: Observable<Batch>;
}
