import { streamOf, type Random } from '../random';
import { Arrivals, NEVER, SPONTANEOUS } from './arrivals';
import { BestQuote } from './best-quote';
import { Day } from './day';
import { EfficientPrice, type Surroundings } from './efficient-price';
import { HalfSpread } from './half-spread';
import { Halt } from './halt';
import { activity, bestSize, type Listing } from './listing';
import type { MarketEvent, QuoteEvent, RecordEvent, StateEvent, TradeEvent } from './market-event';
import { OrderFlow, type Sign } from './order-flow';
import { bandWidth, PriceBands } from './price-bands';
import { SESSION_SECONDS } from './session';
import { tradeSize } from './trade-size';

const { round, sqrt } = Math;

/** Trades of an ordinary company in an ordinary session. */
const TRADES = 9000;
/** How trading grows with the variance of returns. */
const HASTE = 0.6;
/** By what part of the half-spread a wholly unexpected trade moves the efficient price. */
const IMPACT = 0.2;
/** The half-spread of an ordinarily active company: cents whatever the price, and a part of the price. */
const SPREAD = { least: 0.3, ofPrice: 1.2e-4 };

/** Takes down what happens, in the order of its time; none while nobody looks. */
export type Tape = MarketEvent[] | undefined;

/** One second of market time. */
export interface Moment {
  /** Its begin, ms since the exchange's. */
  readonly at: number;
  /** The season's multiplier of volatility. */
  readonly season: number;
  /** Of the price bands, as a part of the price. */
  readonly bandWidth: number;
}

/** One listed company: its efficient price, the quotes around it and the trades at them. */
export class Company {
  readonly day: Day;
  private readonly price: EfficientPrice;
  private readonly quote: BestQuote;
  private readonly spread: HalfSpread;
  private readonly bands = new PriceBands();
  private readonly halt = new Halt();
  private readonly arrivals: Arrivals;
  private readonly flow: OrderFlow;
  private readonly random: Random;
  private readonly ordinaryRate: number;
  /** Trades a second that no earlier trade brings about, now. */
  private rate = 0;

  constructor(
    readonly listing: Listing,
    around: Surroundings,
  ) {
    const stream = (purpose: string) => streamOf(around.seed, listing.symbol, purpose);
    this.ordinaryRate = (SPONTANEOUS * activity(listing) * TRADES) / SESSION_SECONDS;
    this.price = new EfficientPrice(listing, around);
    this.quote = new BestQuote(stream('sizes'), bestSize(listing));
    const halfSpread = SPREAD.least + (SPREAD.ofPrice * listing.price) / activity(listing);
    this.spread = new HalfSpread(stream('spread'), halfSpread);
    this.arrivals = new Arrivals(stream('arrivals'));
    this.flow = new OrderFlow(stream('order flow'));
    this.random = stream('details');
    this.day = new Day(round(this.price.cents));
    this.open(bandWidth(0));
  }

  /** Goes on one second, in which it trades or waits. */
  step(moment: Moment, tape: Tape): void {
    this.price.step(moment.season);
    this.spread.step(moment.season * sqrt(this.price.variance));
    if (this.halt.state === 'open') this.trading(moment, tape);
    else this.wait(moment, tape);
  }

  /** The night, and the morning's quote. */
  turn(at: number, tape: Tape): void {
    this.day.turn();
    this.price.sleep();
    this.halt.clear();
    this.open(bandWidth(0));
    tape?.push(this.recordEvent(at));
  }

  /** All there is to know of this company at `at`. */
  recordEvent(at: number): RecordEvent {
    const { symbol, name, sector } = this.listing;
    const { state } = this.halt;
    return { type: 'record', symbol, at, name, sector, state, ...this.quote.prices(), ...this.day.figures() };
  }

  /** Quotes around what the price has become, with bands around that. */
  private open(width: number): void {
    this.quote.around(this.price.cents, this.spread.cents);
    this.bands.open((this.quote.bid + this.quote.ask) / 2, width);
  }

  /** One second of trading: the quote follows the efficient price once, with trades before and after that. */
  private trading({ at, season, bandWidth: width }: Moment, tape: Tape): void {
    this.bands.step(width);
    this.rate = this.ordinaryRate * season ** 2 * this.price.variance ** HASTE;
    const look = this.random();
    this.trades(at, look, tape);
    if (this.requote()) tape?.push(this.quoteEvent(at + 1000 * look));
    this.trades(at + 1000 * look, 1 - look, tape);
    if (this.halt.watch(this.atBand)) tape?.push(this.stateEvent(at + 1000));
  }

  /** One second of a halt. At its end the price jumps to what it has become meanwhile. */
  private wait({ at, bandWidth: width }: Moment, tape: Tape): void {
    if (!this.halt.wait()) return;
    this.open(width);
    tape?.push(this.stateEvent(at + 1000));
  }

  /** Whether the price would be beyond a band if it could: nobody offers within them on one side. */
  private get atBand(): boolean {
    return this.quote.bid >= this.bands.upper || this.quote.ask <= this.bands.lower;
  }

  private requote(): boolean {
    const halfSpread = this.spread.cents;
    return this.quote.around(this.bands.hold(this.price.cents, halfSpread), halfSpread);
  }

  /** The trades of the `seconds` after `at`. */
  private trades(at: number, seconds: number, tape: Tape): void {
    let elapsed = 0;
    for (;;) {
      elapsed += this.arrivals.next(this.rate, seconds - elapsed);
      if (elapsed === NEVER) return;
      this.trade(at + 1000 * elapsed, tape);
    }
  }

  private trade(at: number, tape: Tape): void {
    const expected = this.flow.expected();
    const sign = this.flow.next();
    const price = this.quote.price(sign);
    if (!this.bands.allow(price)) return;
    const size = this.quote.take(sign, tradeSize(this.random));
    this.day.trade(price, size);
    this.bands.trade(price);
    this.learn(sign - expected);
    if (this.quote.empty) this.requote();
    tape?.push(this.tradeEvent(at, sign, size));
  }

  /**
   * Only what nobody expected moves the price. Were every trade to move it, the pieces of a parent order
   * would make a market that anyone could foretell.
   *
   * @see Madhavan, Richardson & Roomans 1997, "Why do security prices change?"
   */
  private learn(surprise: number): void {
    this.price.move((IMPACT * surprise * (this.quote.ask - this.quote.bid)) / (2 * this.price.cents));
  }

  private quoteEvent(at: number): QuoteEvent {
    return { type: 'quote', symbol: this.listing.symbol, at, ...this.quote.prices() };
  }

  private stateEvent(at: number): StateEvent {
    const { state } = this.halt;
    return { type: 'state', symbol: this.listing.symbol, at, state, ...this.quote.prices() };
  }

  private tradeEvent(at: number, sign: Sign, size: number): TradeEvent {
    const { symbol } = this.listing;
    const { last, open, high, low, volume } = this.day;
    const side = sign === 1 ? 'buy' : 'sell';
    return { type: 'trade', symbol, at, size, side, ...this.quote.prices(), last, open, high, low, volume };
  }
}
