import type { Key, Received, Row } from '@tickway/protocol';
import { toldTrade, type ToldTrade } from './told-trade';

/** Trades kept to join to bars that are asked for later: more than an hour of a busy symbol. */
const MOST = 5000;

/** What was found wrong in the revisions that came. */
export interface TapeCounts {
  /** Trades that came live. */
  readonly live: number;
  readonly missing: number;
  readonly double: number;
}

/**
 * One symbol's trades as they come live, without a skip since it began. It keeps books of its own, beside the SDK's, so
 * that what the page shows is audited where it is shown.
 */
export class LiveTape {
  private counted: TapeCounts = { live: 0, missing: 0, double: 0 };
  private kept: ToldTrade[] = [];
  private life: string | undefined;
  private last: number | undefined;

  constructor(private readonly key: Key) {}

  /** The epoch that its revisions belong to; `undefined` before the first frame. */
  get epoch(): string | undefined {
    return this.life;
  }

  get counts(): TapeCounts {
    return this.counted;
  }

  /** The trades without a skip up to now, in order. */
  get trades(): readonly ToldTrade[] {
    return this.kept;
  }

  /** Reads a frame of `trades`; the trades of this symbol that it adds. */
  hear(frame: Received): readonly ToldTrade[] {
    switch (frame.type) {
      case 'gap':
        this.begin(frame.cursor.epoch);
        return [];
      case 'snapshot':
      case 'delta': {
        if (frame.cursor.epoch !== this.life) this.begin(frame.cursor.epoch);
        const snapshot = frame.type === 'snapshot';
        return frame.rows.filter(({ key }) => key === this.key).flatMap((row) => this.take(row, snapshot));
      }
      default:
        return [];
    }
  }

  private begin(epoch: string): void {
    this.life = epoch;
    this.last = undefined;
    this.kept = [];
  }

  private take(row: Row, again: boolean): readonly ToldTrade[] {
    const { last = row.revision - 1 } = this;
    // A snapshot tells the last trade again, and begins a new stretch if there were others before it.
    if (row.revision <= last) {
      if (!again) this.count({ double: 1 });
      return [];
    }
    if (row.revision > last + 1) {
      if (!again) this.count({ missing: row.revision - last - 1 });
      this.kept = [];
    }
    this.last = row.revision;
    const trade = toldTrade(row);
    if (!trade) return [];
    this.keep(trade);
    if (!again) this.count({ live: 1 });
    return [trade];
  }

  private keep(trade: ToldTrade): void {
    this.kept.push(trade);
    if (this.kept.length > 2 * MOST) this.kept = this.kept.slice(-MOST);
  }

  private count({ live = 0, missing = 0, double = 0 }: Partial<TapeCounts>): void {
    const before = this.counted;
    this.counted = {
      live: before.live + live,
      missing: before.missing + missing,
      double: before.double + double,
    };
  }
}
