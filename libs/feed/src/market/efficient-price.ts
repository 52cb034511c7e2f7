import { normal, streamOf, type Random } from '../random';
import { Factor } from './factor';
import { Jumps } from './jumps';
import type { Listing } from './listing';
import { Rumours } from './rumours';
import { sectors } from './sector';
import { SESSION_SECONDS } from './session';

const { exp, log, sqrt } = Math;

/** How much of a return each cause explains; the squares add up to (about) 1. */
const MARKET = 0.55;
const SECTOR = 0.45;
const OWN = 0.7;

/** A night's return against that of an ordinary session. */
const NIGHT = 0.5;
/** Of the way back to the listing's price that a night goes: a server that runs for a year keeps sane prices. */
const RETURN_HOME = 0.01;
/** Deviation of the first price's logarithm from the listing's: another seed, other prices. */
const FIRST_DEVIATION = 0.08;

/** What moves a company besides itself, and whence its randomness comes. */
export interface Surroundings {
  readonly seed: number;
  readonly market: Factor;
  readonly sector: Factor;
}

/** What a company's share is worth to those who know everything: a walk that quotes follow. */
export class EfficientPrice {
  /** In cents, with fractions. */
  cents: number;
  /** Of the returns now, in units of an ordinary second's, before the season. */
  variance = 1;
  private logarithm: number;
  private readonly home: number;
  private readonly own: Factor;
  private readonly jumps: Jumps;
  private readonly rumours: Rumours;
  private readonly random: Random;
  private readonly daily: number;
  private readonly perSecond: number;

  constructor(
    { symbol, price, sector }: Listing,
    private readonly around: Surroundings,
  ) {
    this.random = streamOf(around.seed, symbol, 'nights');
    this.own = new Factor(streamOf(around.seed, symbol, 'returns'));
    this.jumps = new Jumps(streamOf(around.seed, symbol, 'jumps'));
    this.rumours = new Rumours(streamOf(around.seed, symbol, 'crowd'));
    this.daily = sectors[sector];
    this.perSecond = this.daily / sqrt(SESSION_SECONDS);
    this.home = log(price);
    this.logarithm = this.home + FIRST_DEVIATION * normal(this.random);
    this.cents = exp(this.logarithm);
  }

  /** Goes on one second, after the market and the sector did. */
  step(season: number): void {
    const { market, sector } = this.around;
    this.own.step();
    const shock = MARKET * market.shock + SECTOR * sector.shock + OWN * this.own.shock;
    this.move(this.perSecond * season * shock + this.jumps.step() + this.rumours.step());
    this.variance =
      MARKET ** 2 * market.variance +
      SECTOR ** 2 * sector.variance +
      OWN ** 2 * this.own.variance +
      this.rumours.unrest;
  }

  /** The night between two sessions, after the market's and the sector's. */
  sleep(): void {
    const { market, sector } = this.around;
    const news = MARKET * market.night + SECTOR * sector.night + OWN * normal(this.random);
    this.move(NIGHT * this.daily * news + RETURN_HOME * (this.home - this.logarithm));
  }

  /** Adds a log-return. */
  move(by: number): void {
    this.logarithm += by;
    this.cents = exp(this.logarithm);
  }
}
