import type { Key } from '@tickway/protocol';
import { createExchange } from './exchange';
import { listings } from './listings';
import type { BestPrices, MarketEvent, RecordEvent, StateEvent, TradeEvent } from './market-event';
import { bandWidth, PriceBands } from './price-bands';
import { phaseOf, SESSION_SECONDS } from './session';

const some = listings.slice(0, 12);
const SESSIONS = 4;

/** Follows one company, and the bands, as anyone can reckon them who watches. */
class Watcher {
  readonly trades: { readonly trade: TradeEvent; readonly lower: number; readonly upper: number }[] = [];
  readonly halts: { readonly from: StateEvent; readonly limitSeconds: number; to?: Opening }[] = [];
  /** What happened in halts. */
  readonly during: MarketEvent[] = [];
  private readonly bands = new PriceBands();
  private quote: BestPrices = { bid: 0, ask: Infinity, bidSize: 0, askSize: 0 };
  private second = 0;
  private halted = false;
  /** For so many seconds the quote has stood at a band. */
  private limitSeconds = 0;

  see(event: MarketEvent): void {
    if (event.type === 'index') return;
    for (; this.second * 1000 < event.at; this.second++) this.begin(this.second);
    this.quote = event;
    if (isHalt(event)) this.halt(event);
    else if (event.type === 'state' || event.type === 'record') this.open(event);
    else if (this.halted) this.during.push(event);
    if (event.type === 'trade') this.trade(event);
  }

  private begin(second: number): void {
    if (this.halted) return;
    const atBand = this.quote.bid >= this.bands.upper || this.quote.ask <= this.bands.lower;
    this.limitSeconds = atBand ? this.limitSeconds + 1 : 0;
    this.bands.step(bandWidth(phaseOf(second)));
  }

  private trade(trade: TradeEvent): void {
    this.trades.push({ trade, lower: this.bands.lower, upper: this.bands.upper });
    this.bands.trade(trade.last);
  }

  private halt(from: StateEvent): void {
    this.halted = true;
    this.halts.push({ from, limitSeconds: this.limitSeconds });
  }

  private open(event: Opening): void {
    const halt = this.halts.at(-1);
    if (this.halted && halt) halt.to = event;
    this.halted = false;
    this.limitSeconds = 0;
    this.bands.open((event.bid + event.ask) / 2, bandWidth(phaseOf(this.second)));
  }
}

type Opening = StateEvent | RecordEvent;

const isHalt = (event: MarketEvent): event is StateEvent & { readonly state: 'halted' } =>
  event.type === 'state' && event.state === 'halted';

describe('halts on the exchange', () => {
  const exchange = createExchange({ seed: 42, listings: some });
  const watchers = new Map<Key, Watcher>(some.map(({ symbol }) => [symbol, new Watcher()]));
  for (let minute = 1; minute <= (SESSIONS * SESSION_SECONDS) / 60; minute++)
    for (const event of exchange.advance(minute * 60_000)) watchers.get(event.symbol)?.see(event);
  const all = [...watchers.values()];
  const halts = all.flatMap((watcher) => watcher.halts);

  it('come now and then', () => {
    const aSession = halts.length / SESSIONS / some.length;
    expect(aSession).toBeGreaterThan(0.05);
    expect(aSession).toBeLessThan(0.3);
  });

  it('begin when a quote has stood at a band for 15 seconds', () => {
    // The sixteenth time it was seen there, once a second, is the halt.
    expect(new Set(halts.map(({ limitSeconds }) => limitSeconds))).toEqual(new Set([15]));
  });

  it('last five minutes, or to the end of the session', () => {
    const ended = halts.flatMap(({ from, to }) => (to ? [{ ms: to.at - from.at, by: to.type }] : []));
    expect(ended.filter(({ by }) => by === 'state').length).toBeGreaterThan(0);
    expect(ended.filter(({ ms, by }) => (by === 'state' ? ms !== 300_000 : ms >= 300_000))).toEqual([]);
  });

  it('see neither a trade nor a change of a quote', () => {
    expect(all.flatMap(({ during }) => during)).toEqual([]);
  });

  it('end at another price, from which the company trades on', () => {
    const jumps = halts.flatMap(({ from, to }) => (to ? [Math.abs(to.bid / from.bid - 1)] : []));
    expect(Math.max(...jumps)).toBeGreaterThan(0.005);
    expect(Math.max(...jumps)).toBeLessThan(0.08);
    const reopened = halts.flatMap(({ to }) => (to ? [to] : []));
    for (const { symbol, at } of reopened) {
      const next = watchers.get(symbol)?.trades.find(({ trade }) => trade.at > at);
      expect((next?.trade.at ?? Infinity) - at).toBeLessThan(120_000);
    }
  });

  it('leave no trade outside the bands, which anyone can reckon who watches', () => {
    const trades = all.flatMap((watcher) => watcher.trades);
    const outside = trades.filter(({ trade, lower, upper }) => trade.last < lower || trade.last > upper);
    expect(trades.length).toBeGreaterThan(100_000);
    expect(outside).toEqual([]);
    expect(
      trades.filter(({ trade, lower, upper }) => trade.last === lower || trade.last === upper),
    ).not.toEqual([]);
  });
});
