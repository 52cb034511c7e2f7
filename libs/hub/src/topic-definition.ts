import type { Fields, Topic } from '@tickway/protocol';

/** What a topic is: the one thing a hub is told about its content. */
export interface TopicDefinition {
  readonly topic: Topic;
  /** `latest` may be conflated (quotes, positions), `every` must not (trades, alerts). */
  readonly delivery: 'latest' | 'every';
  /**
   * The map cell of a key with these fields, as a quadkey of the finest zoom; `undefined` when it is
   * nowhere. A topic without this function has no places and refuses filters of cells.
   */
  readonly cellOf?: (fields: Fields) => string | undefined;
  /**
   * How far back a cursor can be continued: updates of an `every` topic, ended keys of a `latest` one.
   *
   * @default 10_000
   */
  readonly history?: number;
}
