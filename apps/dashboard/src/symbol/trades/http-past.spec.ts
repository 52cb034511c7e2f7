import type { Bar } from '@tickway/market';
import { encodeFrame, parseKey, stamp, type Received } from '@tickway/protocol';
import { told } from '../testing/told-trades';
import { tradesAt, tradesUpTo } from '../testing/trade-frames';
import { httpPast } from './http-past';

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
  ...{ key: parseKey('ACME'), interval: '1m' as const, now: 1_000_000 },
  signal: new AbortController().signal,
};
const frames = [tradesAt(10, [told(3)]), tradesUpTo(12, [told(4), told(5)]), tradesUpTo(20, [told(6)])];

describe('history over HTTP', () => {
  it('says which trade the bars end with', async () => {
    const { ask, asked } = server({ bars: { bars: [bar], cursor: 'e:12' }, frames });
    const past = await httpPast(ask)(wish);
    if (past === 'behind') throw new Error('behind');
    expect(past.chart).toEqual({ epoch: 'e', upTo: 5, bars: [bar] });
    expect(past.trades.map(({ revision }) => revision)).toEqual([3, 4, 5, 6]);
    expect(asked.at(-1)).toBe('/history/frames?topic=trades&trades.keys=ACME&from=940000');
  });

  it('is behind while it knows no trade, or none from before its bars end', async () => {
    const unknown = server({ bars: { bars: [], cursor: null }, frames });
    const late = server({ bars: { bars: [bar], cursor: 'e:9' }, frames });
    expect(await httpPast(unknown.ask)(wish)).toBe('behind');
    expect(await httpPast(late.ask)(wish)).toBe('behind');
  });

  it('tells the server’s reason when history is off', async () => {
    const { ask } = server({ bars: { message: 'history is off: disk full' }, status: 500 });
    await expect(httpPast(ask)(wish)).rejects.toThrow('history is off: disk full');
  });
});
