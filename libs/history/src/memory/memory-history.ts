import type { Clock, EncodedFrame } from '@tickway/hub';
import type { Key, Topic } from '@tickway/protocol';
import { BarRings } from '../bars/bar-rings';
import { barTopicOf, executionsOf, type BarTopics } from '../bars/bar-topics';
import { cutBefore, MOST_CUTS, withCut, type Cut } from '../cut';
import type { HistoryStatus } from '../history-status';
import type { BarSeries, BarsWish, HistoryStore, Page, Stretch } from '../history-store';
import { readPage } from '../read-page';
import { lostIn, recordedOf, type Recorded, type TopicFrame } from '../recorded';
import type { Shelf } from '../shelf';
import { MemoryTopic } from './memory-topic';

/** What a history in memory is made of. */
export interface MemoryHistoryOptions extends BarTopics {
  readonly clock: Clock;
  /** Rows kept over all topics; a row is about 100 bytes. @default 500_000 */
  readonly mostRows?: number;
  /** How long rows are kept, ms. @default 1_800_000 */
  readonly keepMs?: number;
}

/** A history in this process's memory, bounded by count and age; gone when the process ends. */
export function memoryHistory(options: MemoryHistoryOptions): HistoryStore {
  const history = new MemoryHistory(options);
  return {
    get status() {
      return history.status;
    },
    append: (frames) => Promise.resolve(history.append(frames)),
    read: (stretch) => Promise.resolve(history.read(stretch)),
    bars: (wish) => Promise.resolve(history.bars(wish)),
    forgetKey: (topic, key) => Promise.resolve(history.forgetKey(topic, key)),
    close: () => Promise.resolve(),
  };
}

class MemoryHistory implements Shelf {
  private readonly topics = new Map<Topic, MemoryTopic>();
  private readonly rings = new BarRings();
  private readonly bounds: Required<MemoryHistoryOptions>;
  private cuts: readonly Cut[] = [];
  private newest: number | undefined;
  private counts = { rows: 0, merged: 0, lost: 0 };

  constructor(options: MemoryHistoryOptions) {
    this.bounds = { mostRows: 500_000, keepMs: 1_800_000, ...options };
  }

  get status(): HistoryStatus {
    return {
      state: 'on',
      oldest: Object.fromEntries([...this.topics].map(([name, { oldest }]) => [name, oldest])),
      newest: this.newest,
      cuts: this.cuts,
      ...this.counts,
      bytes: this.sum('bytes') + this.rings.bytes,
    };
  }

  append(frames: readonly EncodedFrame[]): void {
    for (const encoded of frames) {
      const recorded = recordedOf(encoded, this.bounds.clock);
      // The record was made of this frame, so it tells of a topic.
      if (recorded && 'topic' in encoded.frame) this.add(this.notBefore(recorded), encoded.frame);
    }
    this.forget();
  }

  read(stretch: Stretch): Page {
    return readPage(this, stretch);
  }

  bars(wish: BarsWish): BarSeries {
    const state = this.topics.get(this.barTopic(wish.key))?.state;
    return {
      bars: this.rings.barsOf(wish),
      cursor: state?.cursor,
      revision: state?.revisionOf(wish.key) ?? 0,
    };
  }

  forgetKey(topic: Topic, key: Key): void {
    if (topic === this.barTopic(key)) this.rings.forget(key);
    this.topics.get(topic)?.forgetKey(key);
  }

  stateAt(topic: Topic, at: number) {
    return this.topics.get(topic)?.stateAt(at);
  }

  recordsIn(topic: Topic, after: number, to: number): Iterable<Recorded> {
    return this.topics.get(topic)?.recordsIn(after, to) ?? [];
  }

  private add(recorded: Recorded, frame: TopicFrame): void {
    const { at, rows } = recorded;
    const topic = this.topic(recorded.topic);
    const before = { topicAt: topic.newest, newest: this.newest };
    const merged = topic.add(recorded, frame);
    const cut = cutBefore({ ...before, recorded, frame, merged });
    if (cut) this.cuts = withCut(this.cuts, cut).slice(-MOST_CUTS);
    this.newest = at;
    this.counts.rows += rows;
    this.counts.merged += merged;
    this.counts.lost += lostIn(frame);
    executionsOf(frame, topic.state, this.bounds).forEach((trade) => this.rings.add(trade));
  }

  private barTopic(key: Key): Topic {
    return barTopicOf(key, this.topics.get(this.bounds.quotes)?.state, this.bounds);
  }

  /** A clock set back must not put a record before one that is there. */
  private notBefore(recorded: Recorded): Recorded {
    return this.newest === undefined || recorded.at >= this.newest
      ? recorded
      : { ...recorded, at: this.newest };
  }

  private forget(): void {
    const cutoff = (this.newest ?? 0) - this.bounds.keepMs;
    for (const topic of this.topics.values()) while (topic.forgetBefore(cutoff));
    while (this.sum('rows') > this.bounds.mostRows && this.forgetOldest());
    const oldest = Math.min(...[...this.topics.values()].map((topic) => topic.oldest));
    if (this.cuts.some(({ to }) => to < oldest)) this.cuts = this.cuts.filter(({ to }) => to >= oldest);
  }

  private forgetOldest(): boolean {
    const oldestFirst = [...this.topics.values()].sort((a, b) => a.oldest - b.oldest);
    return oldestFirst.some((topic) => topic.forgetBefore(Infinity));
  }

  private sum(what: 'rows' | 'bytes'): number {
    let sum = 0;
    for (const topic of this.topics.values()) sum += topic[what];
    return sum;
  }

  private topic(name: Topic): MemoryTopic {
    const topic = this.topics.get(name) ?? new MemoryTopic(name);
    this.topics.set(name, topic);
    return topic;
  }
}
