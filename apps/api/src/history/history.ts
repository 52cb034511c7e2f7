import {
  answerHistory,
  record,
  type HistoryAnswer,
  type HistoryStatus,
  type HistoryStore,
} from '@tickway/history';
import type { Clock, Hub } from '@tickway/hub';
import { FeedError, type Key, type Topic } from '@tickway/protocol';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** What a history is made of. */
export interface HistoryOptions {
  readonly hub: Pick<Hub, 'open'>;
  readonly clock: Clock;
  /** What is recorded. */
  readonly topics: readonly Topic[];
  /** Opens the store; none is given where history is switched off. */
  readonly open: () => HistoryStore | undefined;
}

/** What this server has told, for those who ask later. It records from its start to its stop. */
export class History {
  private store: HistoryStore | undefined;
  private endRecording: () => void = () => undefined;

  constructor(private readonly options: HistoryOptions) {}

  /** How the store is doing; undefined: there is none. */
  get status(): HistoryStatus | undefined {
    return this.store?.status;
  }

  start(): void {
    const { hub, topics, open } = this.options;
    this.store = open();
    if (this.store) this.endRecording = record({ hub, topics, store: this.store });
  }

  /**
   * Deletes what was recorded of a key; end it in the hub first.
   *
   * @throws FeedError `history_off` when that cannot be done now
   */
  async forget(topic: Topic, key: Key): Promise<void> {
    // What was committed before is with the store by the next turn of the loop, so it goes too.
    await nextTurn();
    await this.store?.forgetKey(topic, key);
  }

  async stop(): Promise<void> {
    this.endRecording();
    await this.store?.close();
  }

  /**
   * Answers what was asked below `/history`.
   *
   * @throws FeedError `disabled` without a store, and for what is no request
   */
  async answer(path: string, query: URLSearchParams): Promise<HistoryAnswer> {
    if (!this.store) throw new FeedError('disabled');
    const { topics, clock } = this.options;
    return answerHistory({ store: this.store, topics, clock })(path, query);
  }
}
