import { TestScheduler } from 'rxjs/testing';
import { FeedError } from '@tickway/protocol';
import { failOnSilence } from './fail-on-silence';

const run = (
  work: (helpers: Parameters<Parameters<TestScheduler['run']>[0]>[0], scheduler: TestScheduler) => void,
) => {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run((helpers) => work(helpers, scheduler));
};
const silent = new FeedError('lost', 'nothing came for too long');

describe('failOnSilence', () => {
  it('fails at the first look after too long a silence', () =>
    run(({ hot, expectObservable, expectSubscriptions }, scheduler) => {
      const source = hot('  a 4s b 20s c');
      const expected = '    a 4s b 5998ms #';
      expectObservable(source.pipe(failOnSilence(() => 5_500, scheduler))).toBe(expected, undefined, silent);
      expectSubscriptions(source.subscriptions).toBe('^ 9999ms !');
    }));

  it('reads the patience anew each time', () =>
    run(({ hot, expectObservable }, scheduler) => {
      let patienceMs = 60_000;
      const source = hot('a 3s b 60s c').pipe();
      source.subscribe((value) => (patienceMs = value === 'b' ? 1_500 : 60_000));
      expectObservable(source.pipe(failOnSilence(() => patienceMs, scheduler))).toBe(
        'a 3s b 1998ms #',
        undefined,
        silent,
      );
    }));

  it('completes and fails with its source', () =>
    run(({ cold, expectObservable }, scheduler) => {
      const watch = failOnSilence<string>(() => 5_000, scheduler);
      expectObservable(cold('a 2s |').pipe(watch)).toBe('a 2s |');
      expectObservable(cold('a 2s #').pipe(watch)).toBe('a 2s #');
      expectObservable(cold('|').pipe(watch)).toBe('|');
    }));

  it('lets go of its source when unsubscribed from', () =>
    run(({ hot, expectObservable, expectSubscriptions }, scheduler) => {
      const source = hot('a 1s b');
      expectObservable(source.pipe(failOnSilence(() => 5_000, scheduler)), '^ 400ms !').toBe('a');
      expectSubscriptions(source.subscriptions).toBe('^ 400ms !');
    }));
});
