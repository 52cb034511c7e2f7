import { streamOf } from '../random';
import { reports, type Report } from './reports';

const reporting = { intervalMs: [10_000, 30_000], silenceEvery: 50, silenceMs: 60_000 } as const;

/** The reports of one vehicle that is read as they come. */
function follow(seed: number, count: number): readonly Report[] {
  const vehicle = reports(reporting, streamOf(seed, 'reports'));
  const found = [vehicle.first(1_000_000, 1_000_000)];
  while (found.length < count) {
    const { fixedAt, receivedAt } = found.at(-1)!;
    found.push(vehicle.next(fixedAt, receivedAt));
  }
  return found;
}

describe('reports', () => {
  it('begin with the sign-on', () => {
    expect(follow(1, 1)).toEqual([{ fixedAt: 1_000_000, receivedAt: 1_000_000 }]);
  });

  it('arrive after they were taken and in the order in which they were taken', () => {
    for (let seed = 0; seed < 50; seed++)
      follow(seed, 200).forEach((report, i, all) => {
        expect(report.receivedAt).toBeGreaterThanOrEqual(report.fixedAt);
        if (i === 0) return;
        expect(report.fixedAt).toBeGreaterThan(all[i - 1]!.fixedAt);
        expect(report.receivedAt).toBeGreaterThanOrEqual(all[i - 1]!.receivedAt);
        if (report.missedAt !== undefined) expect(report.missedAt).toBeGreaterThan(all[i - 1]!.fixedAt);
      });
  });

  it("come at each vehicle's own interval, give or take a fifth, but for silences", () => {
    const regular = follow(4, 400)
      .slice(2)
      .filter(({ missedAt }) => missedAt === undefined);
    const all = follow(4, 400);
    const gaps = regular.map(
      (report) =>
        report.fixedAt - all[all.findIndex(({ fixedAt }) => fixedAt === report.fixedAt) - 1]!.fixedAt,
    );
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    expect(mean).toBeGreaterThan(10_000);
    expect(mean).toBeLessThan(30_000);
    expect(Math.min(...gaps)).toBeGreaterThan(mean * 0.75);
    expect(Math.max(...gaps)).toBeLessThan(mean * 1.25);
  });

  it('fall silent as often as set', () => {
    const silent = Array.from({ length: 40 }, (_, seed) => follow(seed, 251))
      .flat()
      .filter(({ missedAt }) => missedAt);
    expect(silent.length / 10_000).toBeCloseTo(1 / 50, 2);
  });

  it('take some 300 ms on the way', () => {
    const delays = Array.from({ length: 20 }, (_, seed) => follow(seed, 100).slice(1))
      .flat()
      .map(({ fixedAt, receivedAt }) => receivedAt - fixedAt)
      .sort((a, b) => a - b);
    expect(delays[delays.length >> 1]!).toBeGreaterThan(270);
    expect(delays[delays.length >> 1]!).toBeLessThan(330);
  });

  it('of a vehicle that is met under way begin with its last one', () => {
    const now = 5_000_000;
    const { fixedAt, receivedAt } = reports(reporting, streamOf(9, 'reports')).first(1_000_000, now);
    expect(receivedAt).toBe(now);
    expect(now - fixedAt).toBeGreaterThanOrEqual(2000);
    expect(now - fixedAt).toBeLessThan(32_000);
  });

  it('are not made up for when nobody listened for hours', () => {
    const vehicle = reports(reporting, streamOf(9, 'reports'));
    const { fixedAt } = vehicle.first(1_000_000, 1_000_000);
    const now = 20_000_000;
    const signOn = vehicle.next(fixedAt, now);
    expect(now - vehicle.next(signOn.fixedAt, now).fixedAt).toBeLessThan(60_000);
  });
});
