import { RequestRate } from './request-rate';

describe('the rate of requests', () => {
  let now: number;
  let rate: RequestRate;

  beforeEach(() => {
    now = 1_790_000_000_000;
    rate = new RequestRate({ now: () => now }, { perSecond: 2, burst: 5 });
  });

  /** How many of so many requests are answered. */
  const answered = (count: number, address = '203.0.113.7') => {
    let taken = 0;
    for (let i = 0; i < count; i++)
      try {
        rate.take(address);
        taken++;
      } catch (error) {
        expect(error).toMatchObject({ code: 'rate' });
      }
    return taken;
  };

  it('lets an address make its burst at once, and then so many a second', () => {
    expect(answered(20)).toBe(5);
    now += 1_000;
    expect(answered(20)).toBe(2);
    now += 60_000;
    expect(answered(20)).toBe(5);
  });

  it('is owed what was dearer than it seemed, at most as much as may come at once', () => {
    rate.spend('203.0.113.7', 2);
    expect(answered(20)).toBe(3);
    rate.spend('203.0.113.7', 1_000);
    now += 2_500;
    expect(answered(20)).toBe(0);
    now += 500;
    expect(answered(20)).toBe(1);
  });

  it('is each asker’s own', () => {
    expect([answered(9), answered(9, '203.0.113.8')]).toEqual([5, 5]);
  });

  it('gives nothing to a clock that is set back', () => {
    answered(20);
    now -= 60_000;
    expect(answered(20)).toBe(0);
    now += 500;
    expect(answered(20)).toBe(1);
  });
});
