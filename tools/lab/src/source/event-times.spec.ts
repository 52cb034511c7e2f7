import { seeded } from '@tickway/gateway';
import { eventGaps, type Rhythm } from './event-times';

const take = (rhythm: Rhythm, count: number) => {
  const gaps = eventGaps(4, rhythm, seeded(1, 'gaps'));
  return Array.from({ length: count }, () => gaps.next().value);
};

it('events come at even distances or by chance, with the same mean', () => {
  expect(take('even', 3)).toEqual([250, 250, 250]);
  const gaps = take('poisson', 40_000);
  expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeCloseTo(250, -1);
  expect(new Set(gaps).size).toBeGreaterThan(39_000);
});
