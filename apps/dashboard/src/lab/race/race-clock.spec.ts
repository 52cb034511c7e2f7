import { raceClock } from './race-clock';

describe('race clock', () => {
  it('is the estimate that can be least wrong', () => {
    const estimates = [
      undefined,
      {},
      { clockOffsetMs: 12, clockErrorMs: 8 },
      { clockOffsetMs: 7, clockErrorMs: 2 },
      { clockOffsetMs: 30, clockErrorMs: 40 },
    ];
    expect(raceClock(estimates)).toEqual({ offsetMs: 7, errorMs: 2 });
  });

  it('is not there before the first estimate', () => expect(raceClock([undefined, {}])).toBeUndefined());
});
