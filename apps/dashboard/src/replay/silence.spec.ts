import { withCuts } from './silence';

const quiet = (from: number, to: number) => ({ from, to, kind: 'quiet' as const });
const cut = (from: number, to: number) => ({ from, to, kind: 'cut' as const });

describe('silences', () => {
  it('are the cuts that the server tells of, and what was found besides, none twice', () => {
    const found = [cut(9_990, 20_001), quiet(30_000, 90_000), cut(95_000, 96_000)];
    expect(withCuts([{ from: 10_000, to: 20_000 }], found)).toEqual([
      cut(10_000, 20_000),
      quiet(30_000, 90_000),
      cut(95_000, 96_000),
    ]);
  });
});
