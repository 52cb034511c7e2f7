import { streamOf } from '../random';
import { Company, type Tape } from './company';
import { Factor } from './factor';
import type { Listing } from './listing';
import type { MarketEvent } from './market-event';
import { bandWidth } from './price-bands';
import { season } from './season';
import type { Sector } from './sector';
import { phaseOf } from './session';
import { StockIndex } from './stock-index';

/** Everything that trades, and what moves it together; goes on in whole seconds. */
export class Floor {
  private readonly market: Factor;
  private readonly sectors = new Map<Sector, Factor>();
  private readonly companies: readonly Company[];
  private readonly index: StockIndex;

  constructor(
    private readonly seed: number,
    listings: readonly Listing[],
  ) {
    const market = new Factor(streamOf(seed, 'market'));
    this.market = market;
    this.companies = listings.map(
      (listing) => new Company(listing, { seed, market, sector: this.sectorOf(listing) }),
    );
    this.index = new StockIndex(this.companies);
    this.turn(0, undefined);
  }

  /**
   * Goes on one second of market time, the `second`-th since the first session's begin.
   *
   * @param at when it begins for those who watch, ms
   */
  step(second: number, at: number, tape: Tape): void {
    const phase = phaseOf(second);
    if (phase === 0 && second > 0) this.turn(at, tape);
    this.market.step();
    for (const sector of this.sectors.values()) sector.step();
    const moment = { at, season: season(phase), bandWidth: bandWidth(phase) };
    for (const company of this.companies) company.step(moment, tape);
    this.index.step(at + 1000, tape);
  }

  /** Everything there is to know at `at`. */
  records(at: number): MarketEvent[] {
    return [...this.companies.map((company) => company.recordEvent(at)), this.index.event(at)];
  }

  /** The night between two sessions. */
  private turn(at: number, tape: Tape): void {
    this.market.sleep();
    for (const sector of this.sectors.values()) sector.sleep();
    for (const company of this.companies) company.turn(at, tape);
    this.index.turn(at, tape);
  }

  private sectorOf({ sector }: Listing): Factor {
    const factor = this.sectors.get(sector) ?? new Factor(streamOf(this.seed, 'sector', sector));
    this.sectors.set(sector, factor);
    return factor;
  }
}
