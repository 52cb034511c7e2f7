import { parseStats } from '@tickway/report';
import { WireBooks, type PageTotals } from './wire-books';

const counts = (times: number) => ({
  ...{ open: 1, requests: 2 * times, frames: 3 * times, rows: 4 * times },
  ...{ bytesWritten: 500 * times, bytesRead: 60 * times, loopMs: times },
});
const page = (received: number): PageTotals => new Map([['polling', { received }]]);
const stats = (times: number, uptimeMs = times * 1_000) =>
  parseStats({
    ...{ now: 0, node: 'v24', uptimeMs, rssBytes: 1, cpuMs: { user: 1, system: 2 } },
    loopActiveMs: 1,
    ...{ loopDelayMs: { p50: 0, p99: 1, max: 2 }, transports: { polling: counts(times) } },
  });

describe('wire books', () => {
  it('tell what passed between readings', () => {
    const books = new WireBooks();
    for (const times of [10, 11, 13]) books.take(stats(times), page(times * 400));
    expect(books.of('polling')).toEqual({
      written: 1500,
      read: 180,
      requests: 6,
      frames: 9,
      rows: 12,
      payload: 1200,
      open: 1,
    });
    expect(books.of('websocket')).toBeUndefined();
  });

  it('leave out what passed during a pause', () => {
    const books = new WireBooks();
    books.take(stats(1), page(0));
    books.take(stats(2), page(0));
    books.pause();
    books.take(stats(50), page(0));
    books.take(stats(51), page(0));
    expect(books.of('polling')?.written).toBe(1000);
  });

  it('do not count backwards when the server was started anew', () => {
    const books = new WireBooks();
    books.take(stats(100), page(0));
    books.take(stats(1), page(0));
    books.take(stats(3), page(0));
    expect(books.of('polling')?.requests).toBe(4);
  });
});
