import { Pace } from './pace';

describe('the pace of a viewer', () => {
  it('is at once without limits, whatever was told', () => {
    const pace = new Pace();
    pace.took(1_000);
    pace.wrote(1e9, 1_000);
    expect(pace.dueAt).toBeLessThan(0);
  });

  it('is at once before anything was told', () => {
    expect(new Pace({ maxFrequency: 0.1, maxBandwidth: 1_000 }).dueAt).toBeLessThanOrEqual(0);
  });

  it('leaves between two takes what the frequency says', () => {
    const pace = new Pace({ maxFrequency: 4 });
    pace.took(1_000);
    expect(pace.dueAt).toBe(1_250);
  });

  it('waits as long as what was told takes at the bandwidth', () => {
    const pace = new Pace({ maxBandwidth: 2_000 });
    pace.wrote(500, 1_000);
    expect(pace.dueAt).toBe(1_250);
  });

  it('obeys the stricter of both', () => {
    const pace = new Pace({ maxFrequency: 1, maxBandwidth: 2_000 });
    pace.took(0);
    pace.wrote(500, 0);
    expect(pace.dueAt).toBe(1_000);
    pace.wrote(5_500, 0);
    expect(pace.dueAt).toBe(3_000);
  });

  it('adds what had to be told before the last was paid for, and gives no credit for silence', () => {
    const pace = new Pace({ maxBandwidth: 1_000 });
    pace.wrote(1_000, 0);
    pace.wrote(1_000, 400);
    expect(pace.dueAt).toBe(2_000);
    pace.wrote(1_000, 60_000);
    expect(pace.dueAt).toBe(61_000);
  });

  it('heeds new limits at once, for what is owed too', () => {
    const pace = new Pace({ maxBandwidth: 1_000 });
    pace.wrote(4_000, 0);
    pace.limits = { maxBandwidth: 2_000 };
    expect(pace.dueAt).toBe(2_000);
    pace.limits = {};
    expect(pace.dueAt).toBeLessThan(0);
    pace.wrote(500, 100);
    pace.limits = { maxBandwidth: 1_000 };
    expect(pace.dueAt).toBe(600);
  });

  it('never lets more through than the bandwidth, over any sizes', () => {
    const pace = new Pace({ maxBandwidth: 10_000 });
    let now = 0;
    let bytes = 0;
    for (let i = 0; i < 200; i++) {
      const size = (i * 7_919) % 5_000;
      pace.wrote(size, now);
      bytes += size;
      now = Math.max(now + 13, pace.dueAt);
    }
    expect(bytes).toBeLessThanOrEqual((10_000 * now) / 1_000);
    expect(bytes).toBeGreaterThan(9_500 * (now / 1_000));
  });

  it('lets a take wait for a window from the first that there is to tell, whatever comes meanwhile', () => {
    const pace = new Pace({ windowMs: 10 });
    expect(pace.dueAt).toBeLessThan(0);
    pace.woke(1_000);
    pace.woke(1_004);
    expect(pace.dueAt).toBe(1_010);
    pace.took(1_010);
    expect(pace.dueAt).toBeLessThan(0);
    pace.woke(1_500);
    expect(pace.dueAt).toBe(1_510);
  });

  it('waits for the window and for the frequency at once, not for one after the other', () => {
    const pace = new Pace({ windowMs: 10, maxFrequency: 10 });
    pace.took(1_000);
    pace.woke(1_020);
    expect(pace.dueAt).toBe(1_100);
    pace.took(1_100);
    pace.woke(1_195);
    expect(pace.dueAt).toBe(1_205);
  });
});
