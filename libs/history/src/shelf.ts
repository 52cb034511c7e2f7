import type { Topic } from '@tickway/protocol';
import type { KeyedRows } from './keyed-rows';
import type { Recorded } from './recorded';

/** What a page is told from: a store's records, wherever they lie. */
export interface Shelf {
  /** The topic's state after everything recorded up to and with `at`; undefined when nothing so old is kept. */
  stateAt(topic: Topic, at: number): KeyedRows | undefined;
  /** The topic's records in (after, to], in order; read only as far as they are asked for. */
  recordsIn(topic: Topic, after: number, to: number): Iterable<Recorded>;
}
