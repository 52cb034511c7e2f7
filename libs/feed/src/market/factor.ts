import { normal, type Random } from '../random';
import { Volatility } from './volatility';

/** One cause of returns with its own volatility: the whole market, a sector, or a company by itself. */
export class Factor {
  /** This second's return, in units of an ordinary second's. */
  shock = 0;
  /** The last night's return, in units of an ordinary night's. */
  night = 0;
  /** The variance the next shock will have, mean 1 (but for the season). */
  variance: number;
  private readonly volatility: Volatility;

  constructor(private readonly random: Random) {
    this.volatility = new Volatility(random);
    this.variance = this.volatility.level ** 2;
  }

  /** Goes on one second. */
  step(): void {
    const shock = normal(this.random);
    this.shock = this.volatility.level * shock;
    this.volatility.step(shock);
    this.variance = this.volatility.level ** 2;
  }

  /** The night between two sessions. */
  sleep(): void {
    this.night = normal(this.random);
  }
}
