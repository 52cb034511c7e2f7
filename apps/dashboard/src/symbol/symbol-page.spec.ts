import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Bar } from '@tickway/market';
import type { Fields, Received } from '@tickway/protocol';
import { Subject } from 'rxjs';
import { CONNECT } from '../live/connect';
import { Live } from '../live/live';
import { fakeConnection } from '../live/testing/fake-connection';
import { OPEN_DRAWING, type Drawing } from './chart/drawing';
import { SymbolPage } from './symbol-page';
import { fakeDrawing } from './testing/fake-drawing';
import { told } from './testing/told-trades';
import { tradesAt, tradesUpTo } from './testing/trade-frames';
import { LOAD_PAST, type PastWish, type SymbolPast } from './trades/load-past';

const quote = (last: number, more: Fields = {}): Fields => ({
  ...{
    name: 'Acme Works',
    sector: 'Energy',
    state: 'open',
    volume: 1200,
    bid: last - 0.01,
    ask: last + 0.01,
  },
  ...{ last, previousClose: 10, open: 10, high: 11, low: 9 },
  ...more,
});
const someQuotes = { ACME: quote(10.5), BEST: quote(3), COAL: quote(4, { state: 'halted' }) };
const bar = (trades: number): Bar => ({
  ...{ start: 1_763_999_940_000, open: 10, high: 10, low: 10, close: 10 },
  ...{ volume: 100 * trades, value: 1000 * trades, trades },
});
const pastUpTo = (upTo: number): SymbolPast => ({
  chart: { epoch: 'e', upTo, bars: [bar(upTo)] },
  day: { epoch: 'e', upTo, bars: [{ ...bar(upTo), start: 1_763_942_400_000 }] },
  told: [told(upTo)],
});

interface World {
  readonly past?: (wish: PastWish) => SymbolPast | 'behind' | Error;
  readonly address?: string;
  readonly openDrawing?: () => Promise<Drawing>;
  readonly quotes?: Readonly<Record<string, Fields>>;
}

async function open({
  past = () => pastUpTo(4),
  address = '/symbol/ACME',
  openDrawing,
  quotes = someQuotes,
}: World = {}) {
  const connection = fakeConnection();
  const drawing = fakeDrawing();
  const load = (wish: PastWish) => {
    const answer = past(wish);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: CONNECT, useValue: () => connection },
      { provide: OPEN_DRAWING, useValue: openDrawing ?? (() => Promise.resolve(drawing)) },
      { provide: LOAD_PAST, useValue: load },
      provideRouter([
        { path: 'symbol/:symbol', component: SymbolPage },
        { path: 'quotes', children: [] },
      ]),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  const page = harness.fixture.nativeElement as HTMLElement;
  const settle = (ms = 1100) => jest.advanceTimersByTimeAsync(ms);
  const say = async (...frames: readonly Received[]) => {
    for (const frame of frames) connection.frames.next(frame);
    await settle();
  };
  connection.snapshot('quotes', quotes);
  await settle();
  const text = (id: string) =>
    page.querySelector(`[data-testid=${id}]`)?.textContent.trim().replace(/\s+/g, ' ');
  const press = async (key: string) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle();
  };
  return { connection, drawing, page, settle, say, text, press, url: () => TestBed.inject(Router).url };
}

describe('symbol page', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('draws history and goes on with live trades, each once', async () => {
    const { drawing, say, text } = await open();
    await say(tradesAt(9, [told(3)]), tradesUpTo(12, [told(4), told(5)]), tradesUpTo(13, [told(6)]));
    expect(drawing.points.reduce((sum, point) => sum + point.bar.trades, 0)).toBe(6);
    expect(text('audit')).toBe('3 live trades · 0 missing · 0 double');
    expect(text('beginning')).toBe('History, then live');
  });

  it('asks history again while it is behind the live stream', async () => {
    let asked = 0;
    const { drawing, say, settle, text } = await open({ past: () => pastUpTo(++asked > 1 ? 7 : 2) });
    await say(tradesAt(20, [told(7)]), tradesUpTo(21, [told(8)]));
    await settle(2000);
    expect(drawing.points.reduce((sum, point) => sum + point.bar.trades, 0)).toBe(8);
    expect(text('beginning')).toBe('History, then live');
  });

  it('begins now and says so when history is off, and takes history when it is back', async () => {
    let off = true;
    const { drawing, say, settle, text } = await open({
      past: () => (off ? new Error('history is off: disk full') : pastUpTo(9)),
    });
    await say(tradesAt(20, [told(7)]), tradesUpTo(21, [told(8)]));
    expect(text('beginning')).toBe('No history: the chart begins now');
    expect(drawing.points.reduce((sum, point) => sum + point.bar.trades, 0)).toBe(2);
    off = false;
    await settle(16_000);
    expect(text('beginning')).toBe('History, then live');
  });

  it('draws a moment of the past as it stood then, goes on with the replay, and begins anew at another moment', async () => {
    const wishes: (number | undefined)[] = [];
    const { drawing, page, settle, text, say } = await open({
      past: ({ at }) => (wishes.push(at), pastUpTo(at === undefined ? 9 : at / 1000)),
    });
    await say(tradesAt(20, [told(9)]));
    const replayed = new Subject<Received>();
    const jumps = new Subject<void>();
    let at = 4000;
    TestBed.inject(Live).playFrom({ frames: replayed, jumps, now: () => at });
    const tell = async (...frames: readonly Received[]) => {
      for (const frame of frames) replayed.next(frame);
      await settle();
      return drawing.points.reduce((sum, point) => sum + point.bar.trades, 0);
    };
    expect(await tell(tradesAt(9, [told(4)]), tradesUpTo(10, [told(5)]))).toBe(5);
    expect(text('beginning')).toContain('Replay: history up to the moment');
    expect(page.querySelector('tw-depth-ladder')?.textContent).toContain('The order book is not recorded');
    at = 2000;
    jumps.next();
    expect(await tell(tradesAt(7, [told(2)]), tradesUpTo(8, [told(3)]))).toBe(3);
    expect(text('audit')).toBe('1 trades replayed · 0 missing · 0 double');
    TestBed.inject(Live).playLive();
    await say(tradesAt(21, [told(10)]));
    expect(drawing.points.reduce((sum, point) => sum + point.bar.trades, 0)).toBe(10);
    expect(wishes).toEqual([undefined, 4000, 2000, undefined]);
  });

  it('says when the chart did not load, beside what goes on, and offers the page anew', async () => {
    const complain = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { text, say } = await open({ openDrawing: () => Promise.reject(new TypeError('no chunk')) });
    await say(tradesAt(9, [told(3)]), tradesUpTo(12, [told(4), told(5)]));
    expect(text('chart-failed')).toMatch(/^The chart did not load.*Reload the page$/);
    expect(text('audit')).toBe('2 live trades · 0 missing · 0 double');
    expect(complain).toHaveBeenCalledTimes(1);
    complain.mockRestore();
  });

  it('asks for its own trades and depth only, and other bars at a press', async () => {
    const wishes: PastWish[] = [];
    const { connection, page, settle, url } = await open({
      past: (wish) => (wishes.push(wish), pastUpTo(4)),
    });
    expect(connection.wishes.at(-1)).toContain('trades[ACME],depth[ACME]');
    const minute = [...page.querySelectorAll<HTMLElement>('.levers button')].find((one) =>
      one.textContent.includes('1 min'),
    );
    minute?.click();
    await settle();
    expect(url()).toContain('interval=1m');
    expect(wishes.map(({ interval }) => interval)).toEqual(['5s', '1m']);
  });

  it('goes to the symbols beside it and back to the board by keys', async () => {
    const { page, press, url } = await open();
    await press(']');
    expect([url(), page.querySelector('h1')?.textContent]).toEqual(['/symbol/BEST', 'BEST']);
    await press('[');
    await press('[');
    expect([url(), page.querySelector('.state')?.textContent]).toEqual(['/symbol/COAL', 'Halted']);
    await press('Escape');
    expect(url()).toBe('/quotes');
  });

  it('lists trades newest first and stands still when paused', async () => {
    const { page, say, settle } = await open();
    await say(tradesAt(9, [told(4)]), tradesUpTo(12, [told(5, { side: 'sell', price: 12 })]));
    const rows = () => [...page.querySelectorAll('tw-time-sales [role=row]:not(.heads)')];
    expect(rows()[0]?.textContent).toContain('12.00');
    page.querySelector<HTMLElement>('tw-time-sales button')?.click();
    await settle();
    const before = rows().length;
    await say(tradesUpTo(13, [told(6)]));
    expect(rows()).toHaveLength(before);
    expect(page.querySelector('.paused')?.textContent).toContain('1 new');
  });

  it('shows ten levels a side with the spread', async () => {
    const { connection, page, settle } = await open();
    const side = (sign: number) =>
      Array.from({ length: 10 }, (_, i) => [10 + sign * (i + 1) * 0.01, 100 * (i + 1)]);
    connection.snapshot('depth', { ACME: { bids: side(-1), asks: side(1) } });
    await settle();
    expect(page.querySelectorAll('tw-depth-ladder .bid, tw-depth-ladder .ask')).toHaveLength(20);
    expect(page.querySelector('tw-depth-ladder .spread')?.textContent).toContain('0.02');
  });

  it('draws an index of its values, without volume, depth and trades', async () => {
    const wishes: PastWish[] = [];
    const { connection, drawing, page, settle, text } = await open({
      address: '/symbol/TICK',
      past: (wish) => (wishes.push(wish), pastUpTo(1)),
      quotes: { TICK: quote(2500, { sector: 'Index' }), ACME: quote(10) },
    });
    connection.delta('quotes', { TICK: { last: 2501 } });
    await settle();
    expect(wishes.at(-1)?.telling.topic).toBe('quotes');
    expect(drawing.points.length).toBeGreaterThan(0);
    expect(text('beginning')).toBe('History, then live');
    expect(page.querySelector('.none')?.textContent).toContain(
      'An index has no order book. It is not traded',
    );
    expect(page.querySelector('.lines')?.textContent).not.toContain('VWAP');
  });

  it('says that there is no such symbol, and that values are old', async () => {
    const { page } = await open({ address: '/symbol/NOPE' });
    expect(page.querySelector('[role=status]')?.textContent).toContain('There is no symbol “NOPE”');
    TestBed.resetTestingModule();
    const other = await open();
    other.connection.status.next({ transport: 'socket.io', state: 'waiting', code: 'lost' });
    await other.settle();
    expect(other.page.querySelector('.old')?.textContent).toBe('Values are old');
  });
});
