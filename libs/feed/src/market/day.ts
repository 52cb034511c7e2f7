import type { DayFigures } from './market-event';

/** The figures of the running session, kept up with each trade. */
export class Day implements DayFigures {
  open: number;
  high: number;
  low: number;
  volume = 0;
  private traded = false;

  constructor(
    public last: number,
    public previousClose = last,
  ) {
    this.open = this.high = this.low = last;
  }

  /** Closes the session and begins the next. Until its first trade, open, high and low stand at the close. */
  turn(): void {
    this.previousClose = this.open = this.high = this.low = this.last;
    this.volume = 0;
    this.traded = false;
  }

  /** Counts a trade (or a new level of an index) in. */
  trade(price: number, size: number): void {
    this.last = price;
    this.volume += size;
    if (this.traded) this.widen(price);
    else this.open = this.high = this.low = price;
    this.traded = true;
  }

  /** A copy of all figures. */
  figures(): DayFigures & { readonly previousClose: number } {
    const { last, open, high, low, volume, previousClose } = this;
    return { last, open, high, low, volume, previousClose };
  }

  private widen(price: number): void {
    if (price > this.high) this.high = price;
    if (price < this.low) this.low = price;
  }
}
