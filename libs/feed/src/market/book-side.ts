import { DEPTH_LEVELS, type Level } from '@tickway/market';
import type { Random } from '../random';
import { LOT } from './best-quote';
import { dollars } from './quote-fields';

const { ceil, exp, max } = Math;

/** How orders thin out with their distance from the best price, as the paper below found. */
const POWER = -0.52;
/** Orders one cent behind the best price, against those at it. */
const BEHIND = 2;
/** How long an order stands before it is taken back, in the mean. */
const LIFE_MS = 20_000;
/** A queue unseen for so long is, but for 0.2 %, as any other: it may be forgotten. */
const FORGOTTEN_MS = 6 * LIFE_MS;

/** The shares at one price as they were last seen. */
interface Queue {
  readonly size: number;
  /** Market time, ms. */
  readonly at: number;
}

/**
 * The queues of one side of a book behind its best price, which a quote gives. At each price orders of a
 * lot arrive as a Poisson process and each is taken back after an exponential life. Of such a queue the
 * state after any time is known in closed form, so it goes on when it is looked at and costs nothing
 * else, and of a price never seen the first look finds the state that all times lead to.
 *
 * @see Cont, Stoikov & Talreja 2010, "A stochastic model for order book dynamics"
 */
export class BookSide {
  private readonly queues = new Map<number, Queue>();
  private readonly ordinary: number;

  constructor(
    private readonly random: Random,
    /** Where worse prices are: 1 upwards (asks), -1 downwards (bids). */
    private readonly worse: 1 | -1,
    /** Shares at the best price, in the mean. */
    bestSize: number,
  ) {
    this.ordinary = (BEHIND * bestSize) / LOT;
  }

  /** The best levels when the quote of this side is `best` cents with `size` shares, `at` market time, ms. */
  around(best: number, size: number, at: number): readonly Level[] {
    this.forget(best, at);
    this.queues.set(best, { size, at });
    const levels: Level[] = [[dollars(best), size]];
    for (let behind = 1; levels.length < DEPTH_LEVELS; behind++) {
      const price = best + this.worse * behind;
      if (price <= 0) break;
      const shares = this.look(price, behind, at);
      if (shares > 0) levels.push([dollars(price), shares]);
    }
    return levels;
  }

  /** Drops what was traded through, and what was not seen for long. */
  private forget(best: number, now: number): void {
    for (const [price, { at }] of this.queues)
      if ((price - best) * this.worse < 0 || now - at > FORGOTTEN_MS) this.queues.delete(price);
  }

  private look(price: number, behind: number, at: number): number {
    const before = this.queues.get(price);
    const left = before ? exp((before.at - at) / LIFE_MS) : 0;
    const arrived = this.poisson(this.ordinary * behind ** POWER * (1 - left));
    const gone = this.binomial(ceil((before?.size ?? 0) / LOT), 1 - left);
    const size = max(0, (before?.size ?? 0) + LOT * (arrived - gone));
    this.queues.set(price, { size, at });
    return size;
  }

  /** How many arrive when `mean` do in the mean; by Knuth's products, since few do. */
  private poisson(mean: number): number {
    const least = exp(-mean);
    let count = 0;
    for (let product = this.random(); product > least; product *= this.random()) count++;
    return count;
  }

  /** How many of `orders` go when each does by this `chance`. */
  private binomial(orders: number, chance: number): number {
    let count = 0;
    for (let order = 0; order < orders; order++) if (this.random() < chance) count++;
    return count;
  }
}
