import { BeliefLedger } from './belief-ledger';

const ledger = (tolerance = 5) =>
  new BeliefLedger<'fast' | 'slow', number>({
    believers: ['fast', 'slow'],
    distance: (a, b) => Math.abs(a - b),
    tolerance,
  });
const belief = (key: string, revision: number, value: number) => ({ key, revision, value });

describe('belief ledger', () => {
  it('charges the slow for the time in which the fast knew better', () => {
    const books = ledger();
    books.believe('fast', belief('a', 1, 100), 0);
    books.believe('slow', belief('a', 1, 100), 0);
    books.believe('fast', belief('a', 2, 120), 1_000);
    expect(books.error('slow', 'a')).toBe(20);
    books.believe('slow', belief('a', 2, 120), 1_500);
    expect(books.cost('fast', 2_000)).toEqual({ now: 0, mean: 0, worst: 0, fidelity: 1, overMs: 2_000 });
    expect(books.cost('slow', 2_000)).toEqual({ now: 0, mean: 5, worst: 20, fidelity: 0.75, overMs: 2_000 });
  });

  it('takes the mean over keys, and asks nobody about keys it has not heard of', () => {
    const books = ledger();
    for (const key of ['a', 'b']) books.believe('fast', belief(key, 1, 0), 0);
    books.believe('slow', belief('a', 1, 0), 0);
    books.believe('fast', belief('a', 2, 8), 0);
    expect(books.cost('slow', 1_000)).toMatchObject({ now: 8, mean: 8, fidelity: 0 });
    books.believe('slow', belief('b', 1, 0), 1_000);
    expect(books.cost('slow', 2_000)).toMatchObject({ now: 4, mean: 16 / 3, fidelity: 1 / 3 });
  });

  it('lets the newest revision be the truth, whoever heard it and in whatever order', () => {
    const books = ledger();
    books.believe('slow', belief('a', 7, 70), 0);
    books.believe('fast', belief('a', 6, 60), 0);
    expect([books.newest('a')?.value, books.error('fast', 'a'), books.error('slow', 'a')]).toEqual([
      70, 10, 0,
    ]);
  });

  it('closes the account of a key that is no more', () => {
    const books = ledger();
    books.believe('slow', belief('a', 1, 0), 0);
    books.believe('fast', belief('a', 2, 50), 0);
    books.forget('a', 1_000);
    expect(books.newest('a')).toBeUndefined();
    expect(books.cost('slow', 9_000)).toBeUndefined();
  });

  it('hands on what is believed, and is empty when cleared', () => {
    const books = ledger();
    books.believe('slow', belief('a', 1, 0), 0);
    books.believe('fast', belief('a', 2, 50), 0);
    expect([...books.all()].map(({ name, belief: { key, value } }) => [name, key, value])).toEqual([
      ['fast', 'a', 50],
      ['slow', 'a', 0],
    ]);
    books.clear();
    expect([books.newest('a'), books.cost('slow', 4_000), [...books.keys()]]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });

  it('agrees with counting every millisecond, over a seeded random hour', () => {
    let seed = 42;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const books = ledger(2);
    const truth = belief('a', 1, 0);
    let shown = { ...truth };
    let [sum, within] = [0, 0];
    books.believe('fast', { ...truth }, 0);
    books.believe('slow', { ...truth }, 0);
    for (let at = 0; at < 3_600; at++) {
      if (random() < 0.2) {
        truth.revision++;
        truth.value += Math.round(random() * 4 - 2);
        books.believe('fast', { ...truth }, at);
      }
      if (at % 10 === 0 && shown.revision < truth.revision) {
        shown = { ...truth };
        books.believe('slow', shown, at);
      }
      sum += Math.abs(shown.value - truth.value);
      if (Math.abs(shown.value - truth.value) <= 2) within++;
    }
    expect(books.cost('slow', 3_600)?.mean).toBeCloseTo(sum / 3_600, 9);
    expect(books.cost('slow', 3_600)?.fidelity).toBeCloseTo(within / 3_600, 9);
  });
});
