import type { Hub, Session } from '@tickway/hub';
import type { Topic } from '@tickway/protocol';
import type { HistoryStore } from './history-store';
import { rowsOf } from './recorded';

/** What a recorder is made of. */
export interface RecordOptions {
  readonly hub: Pick<Hub, 'open'>;
  readonly topics: readonly Topic[];
  readonly store: Pick<HistoryStore, 'append'>;
  /**
   * Rows the store may hold without having said that they are safe. Beyond it the recorder does not
   * take: `latest` topics merge, `every` topics wait in the hub's history.
   *
   * @default 20_000
   */
  readonly mostUnsafe?: number;
}

/**
 * Records topics from now on: one more viewer of the hub, without filters, that takes at every commit
 * and writes into a store. Returns the function that ends it.
 */
export function record({ hub, topics, store, mostUnsafe = 20_000 }: RecordOptions): () => void {
  let unsafe = 0;
  const pump = (): void => {
    while (session.ready && unsafe < mostUnsafe) keep(session);
  };
  const keep = (from: Session): void => {
    const frames = from.take();
    const rows = frames.reduce((sum, { frame }) => sum + ('topic' in frame ? rowsOf(frame) : 0), 0);
    unsafe += rows;
    void store.append(frames).then(() => {
      unsafe -= rows;
      pump();
    });
  };
  const session = hub.open({ subscriptions: topics.map((topic) => ({ topic })), onReady: pump });
  pump();
  return () => session.close();
}
