import type { Key } from '@tickway/protocol';
import fc from 'fast-check';
import { createExchange, type ExchangeOptions } from './exchange';
import { listings } from './listings';
import type { BestPrices, DayFigures, MarketEvent } from './market-event';
import { SESSION_SECONDS } from './session';

const few = listings.slice(0, 6);
const MINUTE = 60_000;

const events = (ms: number, options: Partial<ExchangeOptions> = {}) =>
  createExchange({ seed: 42, listings: few, ...options }).advance(ms);

const of = (symbol: Key | undefined, all: readonly MarketEvent[]) =>
  all.filter((event) => event.symbol === symbol);

const isDay = (event: MarketEvent): event is MarketEvent & DayFigures => 'open' in event;
const isBest = (event: MarketEvent): event is MarketEvent & BestPrices => event.type !== 'index';

describe('an exchange', () => {
  const watched = events(40 * MINUTE);

  it('begins with a record of every company and of the index', () => {
    const records = events(0);
    expect(records.map(({ symbol }) => symbol)).toEqual([...few.map(({ symbol }) => symbol), 'TICK']);
    expect(records.every((event) => 'previousClose' in event)).toBe(true);
  });

  it('tells what happens in the order of its time, and nothing of later', () => {
    const times = events(10 * MINUTE + 345).map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(10 * MINUTE + 345);
  });

  it('keeps the bid below the ask, both on the cent, with whole shares on offer', () => {
    const quotes = watched.filter(isBest);
    expect(quotes.length).toBeGreaterThan(10_000);
    const broken = quotes.filter(
      ({ bid, ask, bidSize, askSize }) =>
        !(bid > 0 && bid < ask && bidSize > 0 && askSize > 0) ||
        ![bid, ask, bidSize, askSize].every(Number.isInteger),
    );
    expect(broken).toEqual([]);
  });

  it('trades at the standing quote only, and never more than is on offer there', () => {
    const standing = new Map<Key, BestPrices>();
    const broken = watched.filter(isBest).filter((event) => {
      const quote = standing.get(event.symbol);
      standing.set(event.symbol, event);
      if (event.type !== 'trade' || !quote) return false;
      const [price, size] = event.side === 'buy' ? [quote.ask, quote.askSize] : [quote.bid, quote.bidSize];
      return event.last !== price || event.size <= 0 || event.size > size;
    });
    expect(watched.filter(({ type }) => type === 'trade').length).toBeGreaterThan(1000);
    expect(broken).toEqual([]);
  });

  it('keeps the figures of the day in order, and counts every share', () => {
    const volumes = new Map<Key, number>();
    const broken = watched.filter(isDay).filter((event) => {
      const { symbol, type, low, open, last, high } = event;
      const size = type === 'trade' ? event.size : 0;
      const volume = (volumes.get(symbol) ?? 0) + size;
      volumes.set(symbol, volume);
      return low > open || open > high || low > last || last > high || (size > 0 && event.volume !== volume);
    });
    expect(broken).toEqual([]);
  });

  it('never says a quote again that did not change', () => {
    const standing = new Map<Key, string>();
    const repeated = watched.filter(isBest).filter(({ type, symbol, bid, ask, bidSize, askSize }) => {
      const said = [bid, ask, bidSize, askSize].join();
      const before = standing.get(symbol);
      standing.set(symbol, said);
      return type === 'quote' && said === before;
    });
    expect(repeated).toEqual([]);
  });

  it('moves the index as the capitalisations of all companies move', () => {
    const last = new Map<Key, number>();
    const [told, computed]: [number[], number[]] = [[], []];
    const base = few.reduce((sum, { price, shares }) => sum + price * shares, 0);
    for (const event of watched.filter(isDay)) {
      if (event.type === 'index') {
        const worth = few.reduce((sum, { symbol, shares }) => sum + shares * (last.get(symbol) ?? NaN), 0);
        computed.push(Math.round((250_000 * worth) / base));
        told.push(event.last);
      } else last.set(event.symbol, event.last);
    }
    expect(told.length).toBeGreaterThan(1000);
    expect(told).toEqual(computed);
  });
});

describe('the randomness of an exchange', () => {
  it('gives the same events for the same seed, however they are asked for', () => {
    const whole = JSON.stringify(events(MINUTE));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 40 }), (steps) => {
        const exchange = createExchange({ seed: 42, listings: few });
        let until = 0;
        const pieces = steps.flatMap((ms) => exchange.advance(Math.min((until += ms), MINUTE)));
        expect(JSON.stringify([...pieces, ...exchange.advance(MINUTE)])).toBe(whole);
      }),
      { numRuns: 15, seed: 1 },
    );
  });

  it('gives other events for another seed', () => {
    expect(JSON.stringify(events(MINUTE, { seed: 43 }))).not.toBe(JSON.stringify(events(MINUTE)));
  });

  it('changes nothing in the other companies when one is added or goes', () => {
    const all = events(10 * MINUTE);
    const without = events(10 * MINUTE, { listings: few.filter((_, i) => i !== 2) });
    for (const { symbol } of few.filter((_, i) => i !== 2))
      expect(of(symbol, without)).toEqual(of(symbol, all));
    expect(of(few[2]?.symbol, without)).toEqual([]);
  });

  it('goes on as if it had been watched when it begins in the middle of a session', () => {
    const all = events(600_000).filter(({ at, type }) => at > 300_000 && type === 'trade');
    const unseen = events(300_000, { openedSeconds: 300 }).filter(({ type }) => type === 'trade');
    const said = (list: readonly MarketEvent[]) => list.map((event) => ({ ...event, at: 0 }));
    expect(said(unseen)).toEqual(said(all));
  });
});

describe('the turn of a session', () => {
  const close = 20;
  const turned = events(2 * close * 1000, { openedSeconds: SESSION_SECONDS - close });
  const before = turned.filter(({ at }) => at < close * 1000);
  const after = turned.filter(({ at }) => at >= close * 1000);

  it.each(few.map(({ symbol }) => symbol))('makes the last price of %s the previous close', (symbol) => {
    const [record, ...later] = of(symbol, after);
    const lastSaid = of(symbol, before).filter(isDay).at(-1)?.last;
    expect(record).toMatchObject({
      type: 'record',
      previousClose: lastSaid,
      last: lastSaid,
      open: lastSaid,
      high: lastSaid,
      low: lastSaid,
      volume: 0,
    });
    const first = later.find((event) => event.type === 'trade');
    expect(first).toMatchObject({
      open: first?.last,
      high: first?.last,
      low: first?.last,
      volume: first?.size,
    });
  });

  it('turns the index over too', () => {
    const levels = turned.filter((event) => event.type === 'index');
    const turn = levels.findIndex(({ volume }) => volume === 0);
    expect(levels[turn]).toMatchObject({ at: close * 1000, previousClose: levels[turn - 1]?.last });
  });
});
