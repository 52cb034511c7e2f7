import { Hub, memoryEngine, type Clock, type Engine } from '@tickway/hub';
import {
  formatCursor,
  isRemoval,
  parseKey,
  parseTopic,
  type Cursor,
  type Fields,
  type Key,
  type Topic,
  type Update,
} from '@tickway/protocol';
import type { HistoryStore } from '../history-store';
import { record } from '../record';

export const quotes = parseTopic('quotes');
export const positions = parseTopic('positions');
export const trades = parseTopic('trades');
export const topics = [quotes, positions, trades] as const;

/** A topic's state, written plainly. */
export type Plain = Readonly<Record<string, Fields>>;

/** What was true from a time on. */
interface Moment {
  readonly at: number;
  readonly topic: Topic;
  /** `epoch:offset` */
  readonly cursor: string;
  readonly state: Plain;
}

/** One trade as it was published. */
export interface Sold {
  readonly key: Key;
  readonly price: number;
  readonly size: number;
  /** Epoch ms. */
  readonly at: number;
}

/** A clock moved by hand, epoch ms. */
export class HandClock implements Clock {
  constructor(private at = 1_790_000_000_000) {}

  now = (): number => this.at;

  move(ms: number): void {
    this.at += ms;
  }
}

/** A hub that is recorded, and a plain memory of all that was ever true in it. */
export class World {
  readonly sold: Sold[] = [];
  hub: Hub;
  private readonly moments: Moment[] = [];
  private engine: Engine;
  private endRecord: () => void;
  private offsets = new Map<Topic, number>();
  private states = new Map<Topic, Record<string, Fields>>();

  constructor(
    readonly store: HistoryStore,
    readonly clock = new HandClock(),
    /** Number of the epoch it begins with. */
    private lives = 1,
  ) {
    [this.engine, this.hub, this.endRecord] = this.begin(this.epoch);
  }

  /** Publishes one tick, then lets the store take it. */
  async publish(topic: Topic, updates: readonly Update[]): Promise<void> {
    const state = { ...this.states.get(topic) };
    for (const update of updates) {
      if (isRemoval(update)) Reflect.deleteProperty(state, update.key);
      else state[update.key] = { ...state[update.key], ...update.fields };
      if (topic === trades) this.noteTrade(update);
    }
    this.states.set(topic, state);
    this.offsets.set(topic, (this.offsets.get(topic) ?? 0) + updates.length);
    this.note(topic, state);
    await this.hub.publish(topic, updates);
  }

  /** Publishes one trade. */
  async trade(symbol: string, price: number, size: number): Promise<void> {
    await this.publish(trades, [
      change(symbol, { price, size, side: 'buy', id: this.sold.length + 1 }, this.clock.now()),
    ]);
  }

  /** The server stops and starts: offsets begin again in a new epoch, and all state is gone. */
  async restart(): Promise<void> {
    this.endRecord();
    this.hub.close();
    await this.engine.close();
    this.states = new Map();
    this.offsets = new Map();
    this.lives++;
    for (const topic of topics) this.note(topic, {});
    [this.engine, this.hub, this.endRecord] = this.begin(this.epoch);
  }

  /** What was true of a topic at a time. */
  stateAt(topic: Topic, at: number): Plain {
    return this.moments.findLast((moment) => moment.topic === topic && moment.at <= at)?.state ?? {};
  }

  /** What was true of a topic at one of its cursors. */
  stateAtCursor(topic: Topic, cursor: Cursor): Plain {
    const text = formatCursor(cursor);
    return this.moments.findLast((moment) => moment.topic === topic && moment.cursor === text)?.state ?? {};
  }

  private get epoch(): string {
    return `life${this.lives}`;
  }

  private note(topic: Topic, state: Plain): void {
    const cursor = `${this.epoch}:${this.offsets.get(topic) ?? 0}`;
    this.moments.push({ at: this.clock.now(), topic, cursor, state });
  }

  private noteTrade(update: Update): void {
    if (isRemoval(update)) return;
    const { price, size } = update.fields;
    if (typeof price === 'number' && typeof size === 'number')
      this.sold.push({ key: update.key, price, size, at: update.at });
  }

  private begin(epoch: string): [Engine, Hub, () => void] {
    const engine = memoryEngine({ clock: this.clock, epoch });
    const hub = new Hub({
      engine,
      topics: [
        { topic: quotes, delivery: 'latest' },
        { topic: positions, delivery: 'latest' },
        { topic: trades, delivery: 'every', history: 50 },
      ],
    });
    return [engine, hub, record({ hub, topics, store: this.store, mostUnsafe: Infinity })];
  }
}

/** An update that sets fields. */
export const change = (key: string, fields: Fields, at: number): Update => ({
  key: parseKey(key),
  fields,
  at,
});

/** An update that ends a key. */
export const removal = (key: string, at: number): Update => ({ key: parseKey(key), removed: true, at });
