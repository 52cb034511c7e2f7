import { asapScheduler, of } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { marketTime } from './market-time';

const options = { speed: 3, longestMs: 5 };

describe('marketTime', () => {
  const run = (source: string, expected: string, values: Readonly<Record<string, unknown>>) => {
    const scheduler = new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted));
    scheduler.run(({ cold, expectObservable }) =>
      expectObservable(cold(source).pipe(marketTime(options, scheduler))).toBe(expected, values),
    );
  };

  it('begins at 0 with the first beat and goes on at its speed', () => {
    run('--x-x--x', '--a-b--c', {
      a: { now: 2, market: 0 },
      b: { now: 4, market: 6 },
      c: { now: 7, market: 15 },
    });
  });

  it('leaves out what a pause has more than the longest that counts', () => {
    run('x-x 20ms x-x', 'a-b 20ms c-d', {
      a: { now: 0, market: 0 },
      b: { now: 2, market: 6 },
      c: { now: 23, market: 6 + 15 },
      d: { now: 25, market: 6 + 15 + 6 },
    });
  });

  it('stands still, and goes on from there, when the clock is set back', () => {
    const readings = [1000, 1004, 400, 403];
    const clock = { now: () => readings.shift() ?? NaN, schedule: asapScheduler.schedule };
    const markets: number[] = [];
    of(1, 2, 3, 4)
      .pipe(marketTime(options, clock))
      .subscribe(({ market }) => markets.push(market));
    expect(markets).toEqual([0, 12, 12, 21]);
  });

  it('completes with its source', () => run('x-|', 'a-|', { a: { now: 0, market: 0 } }));
  it('errs with its source', () => run('x-#', 'a-#', { a: { now: 0, market: 0 } }));
  it('unsubscribes from its source', () => {
    const scheduler = new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted));
    scheduler.run(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('x-x-x-x');
      expectObservable(source.pipe(marketTime(options, scheduler)), '^--!').toBe('a-b', {
        a: { now: 0, market: 0 },
        b: { now: 2, market: 6 },
      });
      expectSubscriptions(source.subscriptions).toBe('^--!');
    });
  });

  it('is empty when its source is', () => run('|', '|', {}));
});
