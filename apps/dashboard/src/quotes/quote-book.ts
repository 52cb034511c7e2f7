import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import type { Held } from '@tickway/client';
import type { Key } from '@tickway/protocol';
import { Live } from '../live/live';
import type { Close } from './load-closes';
import { spark, type Spark } from './spark';

/** What the page knows of a symbol, asked for now or not. */
export interface Known extends Held {
  /** How many updates came merged into the last one. */
  readonly mergedLast: number;
}

/** Over how long the rate of rows is taken, ms. */
const RATE_MS = 3000;

/** What came over the last seconds, and where the counters stood at their end. */
interface Rate {
  readonly at: number;
  readonly rows: number;
  readonly received: number;
  readonly metered: number;
  readonly perSecond: number;
  readonly rowBytes: number;
}

/** All symbols the page has seen: what was last known of those out of view stays, with its age. */
@Service()
export class QuoteBook {
  private readonly live = inject(Live);
  private readonly known = new Map<Key, Known>();
  private readonly sparks = new Map<Key, Spark>();
  private readonly list = signal<readonly Key[]>([]);
  private rows = 0;
  private readonly rated = signal<Rate>({
    at: 0,
    rows: 0,
    received: 0,
    metered: 0,
    perSecond: 0,
    rowBytes: 0,
  });

  /** Every symbol seen. */
  readonly keys = this.list.asReadonly();
  /** Whether anything has come. */
  readonly arrived = computed(() => this.live.quotes.state() !== undefined);
  /** Rows of quotes that come, a second. */
  readonly rowsPerSecond = computed(() => this.rated().perSecond);
  /** Bytes of a row of any topic, by the connection's meter over the same seconds. */
  readonly rowBytes = computed(() => this.rated().rowBytes);
  /** Moves when lines of {@link spark} may have: once a second. */
  readonly second = computed(() => Math.floor(this.live.time() / 1000));

  constructor() {
    // The present and each moment that is sought are stories of their own: no line goes on in another's.
    effect(() => {
      this.live.story();
      this.known.clear();
      this.sparks.clear();
    });
    effect(() => {
      const change = this.live.quotes.state();
      if (!change) return;
      for (const key of change.changed) this.learn(key, change.state.get(key));
      this.rows += change.changed.length;
      if (this.known.size !== untracked(this.list).length) this.list.set([...this.known.keys()]);
    });
    effect(() => this.rate(this.live.time()));
  }

  /** What is known of a symbol; changes when that symbol does. */
  row(key: Key): Known | undefined {
    const held = this.live.quotes.row(key)();
    const known = this.known.get(key);
    // What is held now may be newer than what this book has learnt: effects run after templates.
    return held ? this.learn(key, held) : known;
  }

  /** Forgets symbols that are no more. */
  drop(ended: readonly Key[]): void {
    for (const key of ended) {
      this.known.delete(key);
      this.sparks.delete(key);
    }
    if (ended.length > 0) this.list.set([...this.known.keys()]);
  }

  /** Begins a symbol's line anew with what history tells of the time before, in order, so many ms apart. */
  fill(key: Key, before: readonly Close[], stepMs: number): void {
    const line = spark(stepMs);
    for (const { at, price } of before) line.see(price, at);
    this.sparks.set(key, line);
    const held = this.known.get(key);
    if (held) this.draw(key, held);
  }

  /** A symbol's last prices since the page was opened, and those of shortly before. */
  spark(key: Key): Spark | undefined {
    return this.sparks.get(key);
  }

  private learn(key: Key, held: Held | undefined): Known | undefined {
    const before = this.known.get(key);
    if (!held || before?.fields === held.fields) return before;
    const known = { ...held, mergedLast: Math.max(0, held.merged - (before?.merged ?? 0)) };
    this.known.set(key, known);
    this.draw(key, held);
    return known;
  }

  private draw(key: Key, { fields, at }: Held): void {
    let line = this.sparks.get(key);
    if (!line) this.sparks.set(key, (line = spark()));
    if (typeof fields.last === 'number') line.see(fields.last, at);
  }

  private rate(now: number): void {
    const before = untracked(this.rated);
    if (now - before.at < RATE_MS) return;
    const { bytes, rows: metered } = untracked(this.live.meter);
    // The first seconds hold the first snapshot, which says nothing of what comes after.
    const counted = before.rows > 0;
    this.rated.set({
      ...{ at: now, rows: this.rows, received: bytes.received, metered },
      perSecond: counted ? ((this.rows - before.rows) * 1000) / (now - before.at) : 0,
      rowBytes: counted ? (bytes.received - before.received) / Math.max(1, metered - before.metered) : 0,
    });
  }
}
