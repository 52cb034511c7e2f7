import {
  FeedError,
  parseKey,
  parseTopic,
  type Fields,
  type Received,
  type Row,
  type Topic,
} from '@tickway/protocol';
import { Observable, type Subscriber } from 'rxjs';
import type { HistoryPage, PageWish } from '../history-page';

export const quotes = parseTopic('quotes');
export const positions = parseTopic('positions');
export const feeds = parseTopic('feeds');

/** A topic's state, written plainly. */
export type Plain = Readonly<Record<string, Fields>>;

interface Kept {
  readonly at: number;
  readonly topic: Topic;
  readonly frame: Received;
  /** The topic's state from here on. */
  readonly state: Plain;
}

interface Asked {
  readonly wish: PageWish;
  readonly subscriber: Subscriber<HistoryPage>;
}

/** A record that a spec writes, and that tells its pages when the spec says so. */
export class FakeHistory {
  /** Pages asked for and neither told nor given up. */
  readonly asked: Asked[] = [];
  /** Topics of the page told last. */
  told: readonly Topic[] = [];
  private readonly kept: Kept[] = [];
  private epoch = 1;

  /** Records that keys of a topic changed, or (undefined) ended. */
  tick(at: number, topic: Topic, changes: Readonly<Record<string, Fields | undefined>>): void {
    const before = this.stateAt(topic, Infinity);
    const state: Record<string, Fields> = { ...before };
    for (const [key, fields] of Object.entries(changes))
      if (fields) state[key] = { ...state[key], ...fields };
      else Reflect.deleteProperty(state, key);
    const from = this.cursor();
    const rows = Object.entries(changes).flatMap(([key, fields]) => (fields ? [rowOf(key, fields, at)] : []));
    const removals = Object.keys(changes)
      .filter((key) => !changes[key])
      .map(parseKey);
    const frame: Received = {
      ...{ type: 'delta', topic, from, cursor: this.cursor(1), rows, removals },
      ...{ committedAt: at, writtenAt: at },
    };
    this.kept.push({ at, topic, frame, state });
  }

  /** Records that the server started anew: all state is gone. */
  restart(at: number): void {
    this.epoch++;
    for (const topic of [quotes, positions, feeds])
      this.kept.push({ at, topic, frame: snapshot(topic, {}, at), state: {} });
  }

  stateAt(topic: Topic, at: number): Plain {
    return this.kept.findLast((one) => one.topic === topic && one.at <= at)?.state ?? {};
  }

  read = (wish: PageWish): Observable<HistoryPage> =>
    new Observable((subscriber) => {
      const asked = { wish, subscriber };
      this.asked.push(asked);
      return () => this.asked.splice(0, this.asked.length, ...this.asked.filter((other) => other !== asked));
    });

  /** Tells the page that was asked for first, at most `most` rows of it. */
  answer(most = Infinity): void {
    const [first] = this.asked;
    if (!first) return;
    this.told = first.wish.topics;
    first.subscriber.next(this.page({ ...first.wish, most: Math.min(most, first.wish.most) }));
    first.subscriber.complete();
  }

  /** Fails the page that was asked for first. */
  fail(): void {
    this.asked[0]?.subscriber.error(new FeedError('history_off', 'history is off: disk full'));
  }

  private page({ topics, begin, to, most }: PageWish): HistoryPage {
    const after = 'at' in begin ? begin.at : begin.after;
    const states = topics.map((topic) => snapshot(topic, this.stateAt(topic, after), after));
    const frames: Received[] = 'at' in begin ? states : [];
    let [rows, last] = [0, after];
    const stretch = this.kept.filter(({ at, topic }) => at > after && at <= to && topics.includes(topic));
    for (const { at, frame } of stretch) {
      if (rows >= most && at > last) return { frames, next: last };
      frames.push(frame);
      rows += 'rows' in frame ? frame.rows.length : 0;
      last = at;
    }
    return { frames, next: undefined };
  }

  private cursor(more = 0) {
    return { epoch: `e${this.epoch}`, offset: this.kept.length + more };
  }
}

const rowOf = (key: string, fields: Fields, at: number): Row => ({
  ...{ key: parseKey(key), fields, revision: 1 },
  ...{ committedAt: at, at },
});

const snapshot = (topic: Topic, state: Plain, at: number): Received => ({
  ...{ type: 'snapshot', topic, cursor: { epoch: 'e', offset: 0 } },
  rows: Object.entries(state).map(([key, fields]) => rowOf(key, fields, at)),
  ...{ committedAt: at, writtenAt: at },
});
