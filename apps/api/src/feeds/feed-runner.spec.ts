import { parseKey, parseTopic, type Fields, type Topic, type Update } from '@tickway/protocol';
import { concat, map, NEVER, of, throwError, timer, VirtualTimeScheduler, type Observable } from 'rxjs';
import type { Batch } from '@tickway/feed';
import { FEEDS, FeedRunner } from './feed-runner';
import type { Source } from './source';

const quotes = parseTopic('quotes');

describe('the runner of feeds', () => {
  let scheduler: VirtualTimeScheduler;
  let published: [number, Topic, readonly Update[]][];
  let failures: [string, unknown][];

  beforeEach(() => {
    scheduler = new VirtualTimeScheduler();
    published = [];
    failures = [];
  });

  const runFor = (ms: number, ...sources: readonly Source[]) => {
    const hub = {
      publish: (topic: Topic, updates: readonly Update[]) => {
        published.push([scheduler.now(), topic, updates]);
        return Promise.resolve();
      },
    };
    const runner = new FeedRunner({
      ...{ hub, clock: scheduler, scheduler, sources },
      onFailure: (name, error) => failures.push([name, error]),
    });
    runner.start();
    scheduler.maxFrames = ms;
    scheduler.flush();
    return runner;
  };
  const source = (name: string, batches: Observable<Batch>, more: Partial<Source> = {}): Source => ({
    feed: { name, topics: [quotes], batches },
    about: () => ({ label: name }),
    ...more,
  });
  const batch: Batch = { topic: quotes, updates: [{ key: parseKey('ACME'), fields: { bid: 1 }, at: 0 }] };
  const toldOf = (name: string): [number, Fields][] =>
    published.flatMap(([at, topic, [update]]) =>
      topic === FEEDS && update?.key === name && 'fields' in update ? [[at, update.fields]] : [],
    );

  it('publishes what a feed says, and that it lives', () => {
    runFor(10, source('market', of(batch)));
    expect(published.filter(([, topic]) => topic === quotes)).toEqual([[0, quotes, batch.updates]]);
    expect(toldOf('market')).toEqual([[0, { label: 'market', state: 'live' }]]);
  });

  it('says that a feed failed, and goes on with the others', () => {
    const broken = concat(
      of(batch),
      throwError(() => new Error('broken')),
    );
    const ticking = timer(5_000, 5_000, scheduler).pipe(map(() => batch));
    runFor(9_000, source('broken', broken), source('market', ticking));
    expect(toldOf('broken').at(-1)?.[1]).toMatchObject({ state: 'failed' });
    expect(failures).toEqual([['broken', new Error('broken')]]);
    expect(published.filter(([at, topic]) => at === 5_000 && topic === quotes)).toHaveLength(1);
  });

  it('says that a feed went silent, and that it is back', () => {
    const pausing = concat(of(batch), timer(8_500, scheduler).pipe(map(() => batch)), NEVER);
    runFor(12_000, source('market', pausing, { staleMs: 5_000 }));
    expect(toldOf('market').map(([at, { state }]) => [at, state])).toEqual([
      [0, 'live'],
      [6_000, 'stale'],
      [9_000, 'live'],
    ]);
  });

  it('says anew what changes about a feed, and nothing again', () => {
    runFor(5_000, source('vehicles', NEVER, { about: (now) => ({ offsetMs: now < 3_000 ? 0 : 3_600_000 }) }));
    expect(toldOf('vehicles').map(([at, { offsetMs }]) => [at, offsetMs])).toEqual([
      [0, 0],
      [3_000, 3_600_000],
    ]);
  });

  it('ends the feeds when it is stopped', () => {
    const runner = runFor(1_000, source('market', timer(0, 100, scheduler).pipe(map(() => batch))));
    runner.stop();
    const count = published.length;
    scheduler.maxFrames = 5_000;
    scheduler.flush();
    expect(published).toHaveLength(count);
  });
});
