import { TimeBins } from './time-bins';

describe('time bins', () => {
  it('count by the stretch in which it happened, and leave out what lies outside', () => {
    const bins = new TimeBins(10, 3);
    for (const ms of [-0.1, 0, 9.9, 10, 29.9, 30]) bins.add(ms);
    expect(bins.counts).toEqual([2, 1, 1]);
  });

  it('keep the worst of each, and nothing where nothing was', () => {
    const bins = new TimeBins(10, 3);
    for (const [ms, value] of [
      [1, 4],
      [2, 7],
      [25, 3],
    ] as const)
      bins.add(ms, value);
    expect(bins.worst).toEqual([7, undefined, 3]);
  });
});
