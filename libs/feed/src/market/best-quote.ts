import { exponential, type Random } from '../random';
import type { BestPrices } from './market-event';
import type { Sign } from './order-flow';

const { ceil, floor, max, min } = Math;

/** Shares in a round lot: quotes come in these. */
export const LOT = 100;
/** How often the shares on offer at one side change though its price does not. */
const RESIZED = 0.2;

/** The best prices of one company and the shares on offer there. */
export class BestQuote implements BestPrices {
  bid = 0;
  ask = 0;
  bidSize = 0;
  askSize = 0;

  constructor(
    private readonly random: Random,
    /** Shares on offer at the best price, in the mean. */
    private readonly bestSize: number,
  ) {}

  /** Quotes around an efficient price (cents, with fractions); whether anything changed. */
  around(price: number, halfSpread: number): boolean {
    const bid = max(1, floor(price - halfSpread));
    const ask = max(bid + 1, ceil(price + halfSpread));
    const chance = this.random();
    const bidSize = this.sizeAt(bid === this.bid && chance >= RESIZED, this.bidSize);
    const askSize = this.sizeAt(ask === this.ask && chance < 1 - RESIZED, this.askSize);
    const same = bid === this.bid && ask === this.ask && bidSize === this.bidSize && askSize === this.askSize;
    this.bid = bid;
    this.ask = ask;
    this.bidSize = bidSize;
    this.askSize = askSize;
    return !same;
  }

  /** A copy of prices and sizes. */
  prices(): BestPrices {
    const { bid, ask, bidSize, askSize } = this;
    return { bid, ask, bidSize, askSize };
  }

  /** The price at which one who comes with this sign trades now. */
  price(sign: Sign): number {
    return sign === 1 ? this.ask : this.bid;
  }

  /** Takes up to `wanted` shares from the side that trades with this sign; how many there were. */
  take(sign: Sign, wanted: number): number {
    const size = min(wanted, sign === 1 ? this.askSize : this.bidSize);
    if (sign === 1) this.askSize -= size;
    else this.bidSize -= size;
    return size;
  }

  /** Whether one side has been bought or sold out. */
  get empty(): boolean {
    return this.askSize === 0 || this.bidSize === 0;
  }

  private sizeAt(kept: boolean, size: number): number {
    return kept && size > 0 ? size : LOT * (1 + floor(exponential(this.random, this.bestSize / LOT)));
  }
}
