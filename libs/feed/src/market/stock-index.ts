import { INDEX_SECTOR } from '@tickway/market';
import { parseKey } from '@tickway/protocol';
import { Day } from './day';
import type { Company, Tape } from './company';
import { capitalisation } from './listing';
import type { IndexEvent } from './market-event';

const { round } = Math;

const INDEX = { symbol: parseKey('TICK'), name: 'Tickway Composite', sector: INDEX_SECTOR };

/** Hundredths of a point at which the index stands when every company is at its long-run price. */
const BASE = 250_000;

/** The capitalisation-weighted index of all companies. */
export class StockIndex {
  private readonly day: Day;
  private readonly divisor: number;

  constructor(private readonly companies: readonly Company[]) {
    this.divisor = companies.reduce((sum, { listing }) => sum + capitalisation(listing), 0);
    this.day = new Day(this.level());
  }

  /** Takes the companies' last prices in, and tells if that changed anything. */
  step(at: number, tape: Tape): void {
    const volume = this.companies.reduce((sum, { day }) => sum + day.volume, 0);
    const level = this.level();
    if (level === this.day.last && volume === this.day.volume) return;
    this.day.trade(level, volume - this.day.volume);
    tape?.push(this.event(at));
  }

  /** Begins the next session. */
  turn(at: number, tape: Tape): void {
    this.day.turn();
    tape?.push(this.event(at));
  }

  /** Everything about the index at `at`. */
  event(at: number): IndexEvent {
    return { type: 'index', at, ...INDEX, state: 'open', ...this.day.figures() };
  }

  private level(): number {
    const worth = this.companies.reduce(
      (sum, { day, listing }) => sum + (day.last * listing.shares) / 100,
      0,
    );
    return round((BASE * worth) / this.divisor);
  }
}
