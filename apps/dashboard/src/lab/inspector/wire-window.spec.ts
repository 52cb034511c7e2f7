import { firstFrom, nextSpan, spans } from './wire-window';

describe('a window on the wire', () => {
  it('goes nearer and wider by steps, to the ends of what there is', () => {
    expect([nextSpan(5_000, 1), nextSpan(5_000, -1)]).toEqual([10_000, 2_000]);
    expect([nextSpan(500, -1), nextSpan(60_000, 1)]).toEqual([spans[0], spans.at(-1)]);
  });

  it('finds where it begins', () => {
    const events = [1, 2, 2, 5, 9].map((at) => ({ at }));
    expect([0, 2, 3, 9, 10].map((at) => firstFrom(events, at))).toEqual([0, 1, 3, 4, 5]);
  });
});
