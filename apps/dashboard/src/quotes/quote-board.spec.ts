import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Fields } from '@tickway/protocol';
import { NEVER } from 'rxjs';
import { AUTO_SWITCH } from '../live/auto-mode';
import { CONNECT } from '../live/connect';
import { fakeConnection } from '../live/testing/fake-connection';
import { QuoteBoard } from './quote-board';

const quote = (last: number, more: Fields = {}): Fields => ({
  ...{ name: 'Acme', sector: 'Energy', state: 'open', volume: 1200, bid: last - 0.01, ask: last + 0.01 },
  ...{ last, previousClose: 10, open: 10, high: 10, low: 10 },
  ...more,
});

async function board() {
  const connection = fakeConnection();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: CONNECT, useValue: () => connection },
      // Auto mode would try another transport when the connection is cut.
      { provide: AUTO_SWITCH, useValue: () => ({ state: NEVER, stop: () => undefined }) },
    ],
  });
  const fixture = TestBed.createComponent(QuoteBoard);
  const page: HTMLElement = fixture.nativeElement;
  const settle = () => jest.advanceTimersByTimeAsync(1100);
  const say = async (rows: Readonly<Record<string, Fields>>) => {
    connection.snapshot('quotes', rows);
    await settle();
  };
  const rows = () =>
    [...page.querySelectorAll('[data-testid=quote-row]')].map((row) => row.getAttribute('data-symbol'));
  // jsdom has neither.
  Element.prototype.scrollIntoView = () => undefined;
  Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
  await settle();
  return { connection, page, say, rows, settle };
}

describe('quote board', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('says that it waits until the first quotes come, and when there are none', async () => {
    const { page, say } = await board();
    expect(page.querySelector('[role=status]')?.textContent).toContain('Waiting');
    await say({});
    expect(page.querySelector('[role=status]')?.textContent).toContain('No quotes yet');
  });

  it('shows prices, the change with its sign, and which way the last price went', async () => {
    const { page, say } = await board();
    await say({ ACME: quote(10.5) });
    await say({ ACME: quote(10.25) });
    const row = page.querySelector('[data-testid=quote-row]');
    expect(row?.querySelector('.last')?.textContent).toContain('10.25');
    expect(row?.querySelector('.last [aria-label]')?.getAttribute('aria-label')).toBe('down');
    expect(row?.querySelector('.change')?.textContent).toBe('+0.25');
  });

  it('sorts by a column at a press on its head, and says so', async () => {
    const { page, say, rows, settle } = await board();
    await say({ AAA: quote(1), BBB: quote(3), CCC: quote(2) });
    expect(rows()).toEqual(['AAA', 'BBB', 'CCC']);
    page.querySelector<HTMLElement>('.heads .last button')?.click();
    await settle();
    expect(rows()).toEqual(['BBB', 'CCC', 'AAA']);
    expect(page.querySelector('.heads .last')?.getAttribute('aria-sort')).toBe('descending');
  });

  it('finds by symbol and says when nothing matches', async () => {
    const { page, say, rows, settle } = await board();
    await say({ AAA: quote(1), BBB: quote(3) });
    const search = page.querySelector('input');
    for (const [text, found] of [
      ['bb', ['BBB']],
      ['zz', []],
    ] as const) {
      search!.value = text;
      search!.dispatchEvent(new Event('input'));
      await settle();
      expect(rows()).toEqual(found);
    }
    expect(page.querySelector('[role=status]')?.textContent).toContain('zz');
  });

  it('marks its values as old when the connection is cut', async () => {
    const { connection, page, say, settle } = await board();
    await say({ AAA: quote(1) });
    connection.status.next({ transport: 'socket.io', state: 'waiting', code: 'lost' });
    await settle();
    expect(page.textContent).toContain('Values are old');
    expect(page.querySelector('section')?.dataset.health).toBe('waiting');
  });

  it('says in each row why its value is old when the connection is cut', async () => {
    const { connection, page, say, settle } = await board();
    await say({ AAA: quote(1) });
    connection.status.next({ transport: 'socket.io', state: 'waiting', code: 'lost' });
    await settle();
    expect(page.querySelector('[data-testid=quote-row] .age')?.textContent).toContain('cut');
  });

  it('goes along the rows by keys and puts one on a watchlist, kept on the device', async () => {
    localStorage.clear();
    const { page, say, settle } = await board();
    await say({ AAA: quote(1), BBB: quote(3) });
    const row = (symbol: string) => page.querySelector<HTMLElement>(`[data-symbol=${symbol}]`);
    const press = (symbol: string, key: string) =>
      row(symbol)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('AAA', 'ArrowDown');
    press('BBB', 'w');
    await settle();
    expect([row('AAA')?.tabIndex, row('BBB')?.tabIndex]).toEqual([-1, 0]);
    expect(row('BBB')?.querySelector('.star')?.getAttribute('aria-pressed')).toBe('true');
    expect(localStorage.getItem('tickway.watchlists')).toBe('[{"name":"Watchlist","symbols":["BBB"]}]');
    expect(page.textContent).toContain('BBB added to Watchlist');
  });
});
