import { DelayRing } from './recent-delays';

describe('recent delays', () => {
  it('are of what came in the window, whatever came before', () => {
    const ring = new DelayRing();
    for (let i = 0; i < 100; i++) ring.add(i, 1_000);
    for (let i = 1; i <= 100; i++) ring.add(1_000 + i, i);
    expect(ring.since(1_001)).toEqual({ p50: 50, p95: 95, samples: 100 });
    expect(ring.since(2_000)).toBeUndefined();
  });

  it('take no more memory for more samples: the oldest give way', () => {
    const ring = new DelayRing();
    for (let i = 0; i < 10_000; i++) ring.add(i, i);
    expect(ring.since(0)).toMatchObject({ samples: 2_048 });
    ring.clear();
    expect(ring.since(0)).toBeUndefined();
  });
});
