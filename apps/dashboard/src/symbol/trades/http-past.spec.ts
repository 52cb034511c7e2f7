import type { Bar } from '@tickway/market';
import { encodeFrame, parseKey, stamp, type Received } from '@tickway/protocol';
import { told } from '../testing/told-trades';
import { tradesAt, tradesUpTo } from '../testing/trade-frames';
import { httpPast } from './http-past';
import { ofTrades } from './telling';

const bar: Bar = { ...{ start: 0, open: 1, high: 1, low: 1, close: 1 }, volume: 5, value: 5, trades: 1 };

/** Answers like the server, headers and all, without a network. */
function server(answers: {
  readonly bars: unknown;
  readonly frames?: readonly Received[];
  readonly status?: number;
}) {
  const asked: string[] = [];
  const { bars, frames = [], status = 200 } = answers;
  const lines = frames.map((frame) => `${encodeFrame(frame)}${stamp(0)}\n`).join('');
  const answer = (url: string) => {
    asked.push(url);
    const text = url.startsWith('/history/bars') ? JSON.stringify(bars) : lines;
    return {
      ok: status === 200,
      status,
      headers: { get: () => 'application/json' },
      text: () => Promise.resolve(text),
      json: () => Promise.resolve<unknown>(JSON.parse(text)),
    };
  };
  return { asked, ask: (url: string) => Promise.resolve(answer(url)) };
}

const wish = {
  ...{ key: parseKey('ACME'), telling: ofTrades, interval: '1m' as const, now: 1_000_000 },
  signal: new AbortController().signal,
};
const BEGUN = 1_764_000_000_000;
const frames = [tradesAt(10, [told(3)]), tradesUpTo(12, [told(4), told(5)]), tradesUpTo(20, [told(6)])];

describe('history over HTTP', () => {
  it('says which trade the bars of the present end with', async () => {
    const { ask, asked } = server({ bars: { bars: [bar], cursor: 'e:12', revision: 5 }, frames });
    const past = await httpPast(ask)(wish);
    if (past === 'behind') throw new Error('behind');
    expect(past.chart).toEqual({ epoch: 'e', upTo: 5, bars: [bar] });
    expect(past.told.map(({ revision }) => revision)).toEqual([3, 4, 5, 6]);
    expect(asked.at(-1)).toBe('/history/frames?topic=trades&trades.keys=ACME&from=940000');
  });

  it('makes the bars of a moment of those before it and the last trades', async () => {
    const { ask, asked } = server({ bars: { bars: [bar], cursor: 'f:99', revision: 80 }, frames });
    const past = await httpPast(ask)({ ...wish, at: BEGUN + 9_700 });
    if (past === 'behind') throw new Error('behind');
    // Bars hold what was traded before second 4: the fourth, fifth and sixth trade join them.
    expect(past.chart).toMatchObject({ epoch: 'e', upTo: 6 });
    expect(past.chart.bars.map(({ trades }) => trades)).toEqual([1, 3]);
    expect(asked.map((url) => new URL(url, 'http://here').searchParams.get('before'))).toEqual([
      String(BEGUN + 4_000),
      String(BEGUN + 4_000),
      null,
    ]);
    expect(asked[2]).toContain(`from=${BEGUN + 9_700 - 60_000}&to=${BEGUN + 9_700}`);
  });

  it('is behind while it knows no trade, or nothing of the moment', async () => {
    const unknown = server({ bars: { bars: [], cursor: null, revision: 0 }, frames });
    expect(await httpPast(unknown.ask)(wish)).toBe('behind');
    const nothing = server({ bars: { bars: [bar], cursor: 'e:9', revision: 3 } });
    expect(await httpPast(nothing.ask)({ ...wish, at: BEGUN })).toBe('behind');
  });

  it('tells the server’s reason when history is off, and takes no other answer', async () => {
    const { ask } = server({ bars: { message: 'history is off: disk full' }, status: 503 });
    await expect(httpPast(ask)(wish)).rejects.toThrow('history is off: disk full');
    const odd = server({ bars: { bars: [bar], cursor: 'e:9' } });
    await expect(httpPast(odd.ask)(wish)).rejects.toThrow('something else than bars');
  });
});
