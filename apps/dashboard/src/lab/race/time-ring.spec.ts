import { TimeRing, type Stretch } from './time-ring';

function held(ring: TimeRing, from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = [];
  ring.visit(from, to, (stretch) => found.push(stretch));
  return found;
}

describe('time ring', () => {
  it('keeps least, mean, most and count of each stretch', () => {
    const ring = new TimeRing(100, 10);
    for (const value of [4, 2, 9]) ring.add(1_050, value);
    expect(held(ring, 1_000, 1_100)).toEqual([{ from: 1_000, min: 2, mean: 5, max: 9, count: 3 }]);
  });

  it('takes a value that comes late into the stretch it belongs to', () => {
    const ring = new TimeRing(100, 10);
    ring.add(1_500, 1);
    ring.add(1_200, 7);
    expect(held(ring, 1_000, 2_000).map(({ from, max }) => [from, max])).toEqual([
      [1_200, 7],
      [1_500, 1],
    ]);
  });

  it('leaves out what is older than it keeps, and lets go of the oldest', () => {
    const ring = new TimeRing(100, 10);
    ring.add(1_000, 1);
    ring.add(2_000, 2); // the same place in the ring
    ring.add(1_000, 3);
    expect(held(ring, 1_500, 2_500)).toMatchObject([{ from: 2_000, max: 2, count: 1 }]);
  });

  it('holds the last hour in the same memory as the first minute', () => {
    const ring = new TimeRing(6_000, 600);
    for (let at = 0; at < 4 * 3_600_000; at += 1_000) ring.add(at, at);
    const stretches = held(ring, 0, 4 * 3_600_000);
    expect(stretches.length).toBe(600);
    expect(stretches[0]?.from).toBe(3 * 3_600_000);
  });

  it('is empty again when cleared', () => {
    const ring = new TimeRing(100, 10);
    ring.add(0, 1);
    ring.clear();
    expect(held(ring, 0, 1_000)).toEqual([]);
  });
});
