import { parseKey, parseTopic, type Received } from '@tickway/protocol';
import { LaneBooks } from './lane-books';

const trades = parseTopic('trades');
const row = (committedAt: number, at: number) => ({
  key: parseKey('ACME'),
  fields: {},
  revision: 1,
  committedAt,
  at,
});
const cursor = (offset: number) => ({ epoch: 'e', offset });
const delta = (...rows: ReturnType<typeof row>[]): Received => ({
  ...{ type: 'delta', topic: trades, from: cursor(1), cursor: cursor(2), removals: [] },
  ...{ rows, committedAt: 0, writtenAt: 0 },
});

describe('lane books', () => {
  it('measure latency from the commit and age from the source', () => {
    const books = new LaneBooks();
    books.take(delta(row(1_000, 940), row(1_100, 1_080)), 1_150);
    expect(books.of(trades).latency.spread()).toMatchObject({ mean: 100, max: 150, samples: 2 });
    expect(books.of(trades).age.spread()).toMatchObject({ mean: 140, max: 210 });
    expect(books.of(trades).lastAt).toBe(1_150);
  });

  it('draw an update at the time it was committed, not at the time it came', () => {
    const books = new LaneBooks();
    books.take(delta(row(1_000, 0), row(1_900, 0)), 2_000);
    const seen: [number, number][] = [];
    books
      .of(trades)
      .overTime.of(30_000)
      .visit(0, 3_000, ({ from, max }) => seen.push([from, max]));
    expect(seen).toEqual([
      [1_000, 1_000],
      [1_900, 100],
    ]);
  });

  it('keep the mean and the worst of each answer', () => {
    const books = new LaneBooks();
    books.take(delta(row(1_000, 0), row(1_600, 0)), 2_000);
    expect(books.of(trades).answers.since(0)).toEqual([{ at: 2_000, meanMs: 700, maxMs: 1_000 }]);
  });

  it('take no delay from a snapshot, and count answers that told nothing', () => {
    const books = new LaneBooks();
    const rows = [row(1_000, 0)];
    books.take(
      { type: 'snapshot', topic: trades, cursor: cursor(1), rows, committedAt: 0, writtenAt: 0 },
      5_000,
    );
    books.take({ type: 'heartbeat', cursors: {}, writtenAt: 0 }, 5_000);
    expect([books.of(trades).latency.spread(), books.heartbeats]).toEqual([undefined, 1]);
  });

  it('are empty again when cleared', () => {
    const books = new LaneBooks();
    books.take(delta(row(1_000, 0)), 2_000);
    books.clear();
    expect([books.of(trades).latency.spread(), books.of(trades).lastAt]).toEqual([undefined, 0]);
  });
});
