import { connect, keyedState, type Counts } from '@tickway/client';
import { Hub, memoryEngine } from '@tickway/hub';
import {
  parseTopic,
  type Fields,
  type Filter,
  type Key,
  type Received,
  type Subscription,
} from '@tickway/protocol';
import { VirtualTimeScheduler } from 'rxjs';
import { byHand, type Wire } from './wire';

const positions = parseTopic('positions');
const trades = parseTopic('trades');

/** A change or the end of a key. */
export interface Said {
  readonly key: Key;
  readonly ends: boolean;
  readonly fields: Fields;
}

/** A hub, what it should hold written down the plain way, and the real SDK following it over hand-moved wires. */
export class Viewer {
  readonly wires = new Set<Wire>();
  /** What the viewer sees, and the ids of the trades it got. */
  state: ReadonlyMap<Key, { readonly fields: Fields }> = new Map();
  readonly tradeIds: number[] = [];
  counts: Counts | undefined;
  private readonly truth = new Map<Key, Fields>();
  private readonly hub: Hub;
  private readonly scheduler = new VirtualTimeScheduler(undefined, Infinity);
  private readonly connection;
  private filter: Filter | undefined;
  private published = 0;

  constructor(history: number) {
    this.hub = new Hub({
      engine: memoryEngine({ clock: { now: () => 0 }, epoch: 'e' }),
      topics: [
        { topic: positions, delivery: 'latest', history, cellOf: ({ cell }) => String(cell) },
        { topic: trades, delivery: 'every' },
      ],
    });
    this.connection = connect({
      url: 'http://127.0.0.1:9', // nobody there: the clock's questions fail at once
      transport: 'websocket',
      subscriptions: this.wish(),
      every: [trades],
      firstFrameMs: Number.MAX_SAFE_INTEGER,
      scheduler: this.scheduler,
      random: () => 0,
      transports: (name) =>
        byHand({ name, asks: name === 'polling' ? 'request' : 'message' }, this.hub, this.wires),
    });
    this.connection.frames.pipe(keyedState(positions)).subscribe(({ state }) => (this.state = state));
    this.connection.frames.subscribe((frame) => this.note(frame));
    this.connection.counts.subscribe((counts) => (this.counts = counts));
    this.pass();
  }

  /** What the viewer should see at the end. */
  get expected(): Record<string, Fields> {
    return Object.fromEntries([...this.truth].filter(([key, fields]) => inside(this.filter, key, fields)));
  }

  get expectedIds(): readonly number[] {
    return Array.from({ length: this.published }, (_, index) => index + 1);
  }

  publish(updates: readonly Said[]): void {
    for (const { key, ends, fields } of updates)
      if (ends) this.truth.delete(key);
      else this.truth.set(key, { ...this.truth.get(key), ...fields });
    void this.hub.publish(
      positions,
      updates.map(({ key, ends, fields }) => (ends ? { key, at: 0, removed: true } : { key, at: 0, fields })),
    );
    void this.hub.publish(
      trades,
      updates.map(({ key }) => ({ key, at: 0, fields: { id: ++this.published } })),
    );
  }

  look(filter: Filter | undefined): void {
    this.filter = filter;
    this.connection.subscribe(this.wish());
  }

  switchTo(name: 'websocket' | 'polling'): void {
    this.connection.switchTo(name);
  }

  lose(wire: Wire | undefined): void {
    wire?.lose();
    this.pass();
  }

  /** Lets everything arrive. */
  settle(): void {
    for (let round = 0; round < 20; round++)
      for (const wire of [...this.wires]) {
        wire.hear();
        if (wire.idle) wire.take();
        while (!wire.idle) {
          wire.hear();
          wire.arrive();
        }
      }
  }

  close(): void {
    this.connection.close();
    this.hub.close();
  }

  /** Time goes on until a transport is open: the first opening, the wait before a retry. */
  private pass(): void {
    while (this.wires.size === 0) {
      this.scheduler.maxFrames = this.scheduler.frame + 100;
      this.scheduler.flush();
      this.scheduler.frame = this.scheduler.maxFrames;
    }
  }

  private note(frame: Received): void {
    if (frame.type === 'delta' && frame.topic === trades)
      this.tradeIds.push(...frame.rows.map(({ fields }) => Number(fields.id)));
  }

  private wish(): readonly Subscription[] {
    return [{ topic: positions, ...(this.filter && { filter: this.filter }) }, { topic: trades }];
  }
}

const inside = (filter: Filter | undefined, key: Key, { cell }: Fields) =>
  filter === undefined ||
  ('keys' in filter
    ? filter.keys.includes(key)
    : filter.cells.some((wanted) => String(cell).startsWith(wanted)));
