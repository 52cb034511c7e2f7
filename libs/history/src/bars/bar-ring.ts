import type { Bar } from '@tickway/market';
import type { KeyedTrade } from './keyed-trade';

const COLUMNS = 8;
const [START, OPEN, HIGH, LOW, CLOSE, VOLUME, VALUE, TRADES] = [0, 1, 2, 3, 4, 5, 6, 7];
const FIRST_BARS = 64;

/**
 * The newest bars of one symbol and interval, in one typed array: 64 bytes a bar and nothing for the
 * garbage collector to walk. Room for twice the most is used before the older half is dropped, so that
 * a bar is moved once on average.
 */
export class BarRing {
  private numbers = new Float64Array(FIRST_BARS * COLUMNS);
  private bars = 0;

  constructor(private readonly most: number) {}

  /** Bytes held. */
  get bytes(): number {
    return this.numbers.byteLength;
  }

  /** Adds a trade to the bar that begins at `start`; one older than all kept bars is passed over when the ring is full. */
  add({ price, size }: KeyedTrade, start: number): void {
    const place = this.placeOf(start);
    const at = place * COLUMNS;
    if (place < this.bars && this.numbers[at + START] === start) this.join(at, price, size);
    else if (place > 0 || this.bars < this.most)
      this.insert(place, [start, price, price, price, price, size, price * size, 1]);
  }

  /** Bars that begin in [from, to], newest first. */
  *newestFirst(from: number, to: number): Generator<Bar> {
    for (let place = this.bars - 1; place >= Math.max(0, this.bars - this.most); place--) {
      const bar = this.barAt(place * COLUMNS);
      if (bar.start < from) return;
      if (bar.start <= to) yield bar;
    }
  }

  /** Where the bar is or belongs; late trades are rare and little late, so the search begins at the end. */
  private placeOf(start: number): number {
    let place = this.bars;
    while (place > 0 && this.get((place - 1) * COLUMNS + START) >= start) place--;
    return place;
  }

  private join(at: number, price: number, size: number): void {
    const { numbers } = this;
    numbers[at + HIGH] = Math.max(this.get(at + HIGH), price);
    numbers[at + LOW] = Math.min(this.get(at + LOW), price);
    numbers[at + CLOSE] = price;
    numbers[at + VOLUME] = this.get(at + VOLUME) + size;
    numbers[at + VALUE] = this.get(at + VALUE) + price * size;
    numbers[at + TRADES] = this.get(at + TRADES) + 1;
  }

  private insert(place: number, bar: readonly number[]): void {
    const at = place * COLUMNS;
    this.numbers.copyWithin(at + COLUMNS, at, this.bars * COLUMNS);
    this.numbers.set(bar, at);
    this.bars++;
    if (this.bars === 2 * this.most) this.dropOlderHalf();
    if (this.bars * COLUMNS === this.numbers.length) this.grow();
  }

  private dropOlderHalf(): void {
    this.numbers.copyWithin(0, this.most * COLUMNS, this.bars * COLUMNS);
    this.bars = this.most;
  }

  private grow(): void {
    const wider = new Float64Array(this.numbers.length * 2);
    wider.set(this.numbers);
    this.numbers = wider;
  }

  private barAt(at: number): Bar {
    return {
      start: this.get(at + START),
      open: this.get(at + OPEN),
      high: this.get(at + HIGH),
      low: this.get(at + LOW),
      close: this.get(at + CLOSE),
      volume: this.get(at + VOLUME),
      value: this.get(at + VALUE),
      trades: this.get(at + TRADES),
    };
  }

  private get(index: number): number {
    return this.numbers[index] ?? NaN;
  }
}
