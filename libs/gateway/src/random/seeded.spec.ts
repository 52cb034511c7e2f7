import { exponential, seeded } from './seeded';

const first = (random: () => number) => Array.from({ length: 5 }, random);

describe('seeded chance', () => {
  it('is the same for the same seed and purpose, and another for another', () => {
    expect(first(seeded(1, 'a'))).toEqual(first(seeded(1, 'a')));
    expect(first(seeded(1, 'a'))).not.toEqual(first(seeded(2, 'a')));
    expect(first(seeded(1, 'a'))).not.toEqual(first(seeded(1, 'b')));
  });

  it('is spread evenly over [0, 1)', () => {
    const random = seeded(1, 'even');
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const at = Math.floor(random() * 10);
      tenths[at] = (tenths[at] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('waits with the mean it is given', () => {
    const random = seeded(1, 'waits');
    const times = Array.from({ length: 100_000 }, () => exponential(random, 40));
    expect(times.reduce((sum, time) => sum + time, 0) / times.length).toBeCloseTo(40, 0);
  });
});
