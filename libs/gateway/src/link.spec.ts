import { seeded } from './random/seeded';
import { Link, SEGMENT_BYTES } from './link';
import { clearNetwork, type Network } from './network/network';

const link = (network: Partial<Network>, random = () => 0) =>
  new Link(() => ({ ...clearNetwork, ...network }), random);

describe('one direction of a line', () => {
  it('does nothing by itself', () => {
    expect(link({}).carry(5_000, 10)).toEqual([{ at: 10, bytes: 5_000 }]);
  });

  it('takes half a round trip', () => {
    expect(link({ rttMs: 100 }).carry(10, 0)).toEqual([{ at: 50, bytes: 10 }]);
  });

  it('varies by the jitter, but never lets bytes overtake', () => {
    const random = seeded(3, 'jitter');
    const line = link({ rttMs: 20, jitterMs: 30 }, random);
    const times = Array.from({ length: 200 }, (_, now) => line.carry(10, now)[0]?.at ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times.map((at, now) => at - now))).toBeGreaterThan(35);
    expect(Math.min(...times.map((at, now) => at - now))).toBeGreaterThanOrEqual(10);
  });

  it('passes so many bits a second and no more', () => {
    const line = link({ kbitPerSecond: 1_000 });
    expect(line.carry(SEGMENT_BYTES * 2, 0)).toEqual([
      { at: (SEGMENT_BYTES * 8) / 1_000, bytes: SEGMENT_BYTES },
      { at: (SEGMENT_BYTES * 16) / 1_000, bytes: SEGMENT_BYTES },
    ]);
    expect(line.carry(125, 0)[0]?.at).toBeCloseTo((SEGMENT_BYTES * 16 + 1_000) / 1_000, 9);
  });

  it('delivers a lost lone segment after the sender’s timeout, and the timeout doubles', () => {
    const draws = [0, 0.001, 0.001, 0.9];
    const line = link({ rttMs: 100, loss: 0.01 }, () => draws.shift() ?? 0.9);
    expect(line.carry(100, 0)).toEqual([{ at: 50 + 300 + 600, bytes: 100 }]);
  });

  it('delivers a lost segment one round trip late when three follow, and makes those wait', () => {
    const draws = [0, 0.001, 0.9];
    const line = link({ rttMs: 100, loss: 0.01 }, () => draws.shift() ?? 0.9);
    expect(line.carry(SEGMENT_BYTES * 4, 0)).toEqual([{ at: 150, bytes: SEGMENT_BYTES * 4 }]);
  });

  it('loses as often as it is told', () => {
    const line = link({ rttMs: 10, loss: 0.02 }, seeded(5, 'loss'));
    let late = 0;
    for (let now = 0; now < 20_000_000; now += 1_000) if ((line.carry(10, now)[0]?.at ?? 0) > now + 5) late++;
    expect(late / 20_000).toBeCloseTo(0.02, 2);
  });

  it('passes nothing while the cable is out; what was sent comes with the first try after', () => {
    const line = link({ rttMs: 100 });
    line.pull(1_000, 5_000);
    expect(line.carry(10, 999)).toEqual([{ at: 1_049, bytes: 10 }]);
    // Tries after 300, 900, 2100, 4500 and 9300 ms.
    expect(line.carry(10, 1_100)).toEqual([{ at: 1_100 + 9_300 + 50, bytes: 10 }]);
    expect(line.carry(10, 20_000)).toEqual([{ at: 20_050, bytes: 10 }]);
  });

  it('waits until it is set up', () => {
    const line = link({ rttMs: 100 });
    line.hold(200);
    expect(line.carry(10, 100)).toEqual([{ at: 250, bytes: 10 }]);
  });
});
