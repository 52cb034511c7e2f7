import { RaceClockEstimate } from './race-clock';

describe('race clock', () => {
  it('is not there before the first round trip', () => {
    expect(new RaceClockEstimate().present).toBeUndefined();
  });

  it('is that of the shortest round trip, wrong by half of it at most', () => {
    const clock = new RaceClockEstimate();
    clock.add({ askedAt: 1_000, serverAt: 1_090, answeredAt: 1_080 });
    clock.add({ askedAt: 2_000, serverAt: 2_032, answeredAt: 2_004 });
    clock.add({ askedAt: 3_000, serverAt: 3_050, answeredAt: 3_060 });
    expect(clock.present).toEqual({ offsetMs: 30, errorMs: 2 });
  });

  it('lets go of trips that are old, as clocks drift', () => {
    const clock = new RaceClockEstimate();
    clock.add({ askedAt: 0, serverAt: 500, answeredAt: 0 });
    for (let i = 0; i < 120; i++) clock.add({ askedAt: 0, serverAt: 3, answeredAt: 6 });
    expect(clock.present).toEqual({ offsetMs: 0, errorMs: 3 });
  });
});
