import type { Key, Received, Row } from '@tickway/protocol';
import { ofTrades, type Telling } from './telling';
import type { Told } from './told-trade';

/** What is kept to join to bars that are asked for later: more than an hour of a busy symbol. */
const MOST = 5000;

/** What was found wrong in the revisions that came. */
export interface TapeCounts {
  /** How many came live. */
  readonly live: number;
  readonly missing: number;
  readonly double: number;
}

/**
 * What is told of one symbol as it comes live; where each counts, without a skip since it began. It keeps books of its own, beside the SDK's, so
 * that what the page shows is audited where it is shown.
 */
export class LiveTape {
  private counted: TapeCounts = { live: 0, missing: 0, double: 0 };
  private kept: Told[] = [];
  private life: string | undefined;
  private last: number | undefined;

  constructor(
    private readonly key: Key,
    private readonly telling: Telling = ofTrades,
  ) {}

  /** The epoch that its revisions belong to; `undefined` before the first frame. */
  get epoch(): string | undefined {
    return this.life;
  }

  get counts(): TapeCounts {
    return this.counted;
  }

  /** What was told up to now, in order. */
  get told(): readonly Told[] {
    return this.kept;
  }

  /** Reads a frame of the topic; what it adds of this symbol. */
  hear(frame: Received): readonly Told[] {
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

  private take(row: Row, again: boolean): readonly Told[] {
    const { last = row.revision - 1 } = this;
    // A snapshot tells the last one again, and begins a new stretch if there were others before it.
    if (row.revision <= last) {
      if (!again) this.count({ double: 1 });
      return [];
    }
    if (this.telling.every) this.passOver(row.revision - last - 1, again);
    this.last = row.revision;
    const told = this.telling.read(row);
    if (told) this.keep(told, again);
    return told ? [told] : [];
  }

  /** Begins a new stretch where any were skipped. */
  private passOver(skipped: number, again: boolean): void {
    if (skipped === 0) return;
    if (!again) this.count({ missing: skipped });
    this.kept = [];
  }

  private keep(told: Told, again: boolean): void {
    if (!again) this.count({ live: 1 });
    this.kept.push(told);
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
