const { abs, max, min, round } = Math;

/** The reference is the mean price of the trades of so many seconds, */
const MEMORY_SECONDS = 300;
/** follows it when it has moved by this part of it, */
const FOLLOWED = 0.01;
/** and stays for so many seconds at least. */
const STAYS_SECONDS = 30;

const WIDTH = 0.05;
/** In the last 25 minutes of a session bands are twice as wide. */
const WIDE_FROM = 1 - (25 * 60) / 23_400;

/** How far from the reference, as a part of it, the bands are at this phase of the session, in [0, 1). */
export const bandWidth = (phase: number): number => (phase < WIDE_FROM ? WIDTH : 2 * WIDTH);

/**
 * The lowest and the highest price, cents, at which a company may trade now: the bands of the American
 * "limit up-limit down" plan for big companies (tier 1), as which all of this exchange count.
 */
export class PriceBands {
  lower = 0;
  upper = 0;
  private reference = 0;
  private heldSeconds = 0;
  // Prices are whole cents, so sums of them stay exact however long trades come and go.
  private readonly sums = new Float64Array(MEMORY_SECONDS);
  private readonly counts = new Uint32Array(MEMORY_SECONDS);
  private sum = 0;
  private count = 0;
  private second = 0;

  /** Begins anew around the mid of an opening quote. */
  open(price: number, width: number): void {
    this.sums.fill(0);
    this.counts.fill(0);
    this.sum = this.count = 0;
    this.refer(price);
    this.place(width);
  }

  /** Takes a trade into the mean. */
  trade(price: number): void {
    this.sums[this.second] = (this.sums[this.second] ?? 0) + price;
    this.counts[this.second] = (this.counts[this.second] ?? 0) + 1;
    this.sum += price;
    this.count += 1;
  }

  /** Goes on one second. */
  step(width: number): void {
    this.second = (this.second + 1) % MEMORY_SECONDS;
    this.sum -= this.sums[this.second] ?? 0;
    this.count -= this.counts[this.second] ?? 0;
    this.sums[this.second] = this.counts[this.second] = 0;
    this.heldSeconds++;
    this.follow();
    this.place(width);
  }

  /** Whether a trade may be made at this price. */
  allow(price: number): boolean {
    return this.lower <= price && price <= this.upper;
  }

  /** What is nearest to a price of which the quotes may stand around: the bid at the upper band, or the ask at the lower. */
  hold(price: number, halfSpread: number): number {
    // Half a cent beyond, lest the rounding of the quotes take a last bit for a cent.
    return min(max(price, this.lower - halfSpread - 0.5), this.upper + halfSpread + 0.5);
  }

  private follow(): void {
    if (this.count === 0 || this.heldSeconds < STAYS_SECONDS) return;
    const mean = this.sum / this.count;
    if (abs(mean / this.reference - 1) >= FOLLOWED) this.refer(mean);
  }

  private refer(price: number): void {
    this.reference = price;
    this.heldSeconds = 0;
  }

  private place(width: number): void {
    this.lower = round(this.reference * (1 - width));
    this.upper = round(this.reference * (1 + width));
  }
}
