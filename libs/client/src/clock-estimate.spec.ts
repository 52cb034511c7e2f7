import { ClockEstimate } from './clock-estimate';

const trip = (askedAt: number, delayMs: number, serverAt: number) => ({
  askedAt,
  answeredAt: askedAt + delayMs,
  serverAt,
});

describe('a clock estimate', () => {
  it('knows nothing before the first round trip', () => {
    expect(new ClockEstimate().offset).toBeUndefined();
  });

  it('lets the round trip with the least delay count, whichever it is', () => {
    const clock = new ClockEstimate();
    clock.add(trip(0, 400, 5_390)); // a slow way back
    clock.add(trip(1_000, 10, 6_005));
    clock.add(trip(2_000, 200, 7_010));
    expect(clock.offset).toEqual({ offsetMs: 5_000, errorMs: 5 });
  });

  it('forgets round trips of long ago, as clocks drift', () => {
    const clock = new ClockEstimate();
    clock.add(trip(0, 2, 1));
    for (let i = 1; i <= 8; i++) clock.add(trip(i * 30_000, 10, i * 30_000 + 5 + 70));
    expect(clock.offset).toEqual({ offsetMs: 70, errorMs: 5 });
  });
});
