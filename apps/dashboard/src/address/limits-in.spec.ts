import { limitsIn, limitsParameters, sameLimits } from './limits-in';

describe('limits in the address', () => {
  it('are read as a request states them', () => {
    expect(limitsIn('transport=polling&maxFrequency=0.5&maxBandwidth=20000')).toEqual({
      ...{ maxFrequency: 0.5, maxBandwidth: 20_000 },
    });
  });

  it('are none when they are not stated, or cannot be had', () => {
    for (const search of ['', 'maxFrequency=often', 'maxBandwidth=-1']) expect(limitsIn(search)).toEqual({});
  });

  it('are written back the same, and taken out of the address when they are lifted', () => {
    const limits = { maxFrequency: 2, maxBandwidth: 5000 };
    expect(limitsParameters(limits)).toEqual({ ...limits, windowMs: null });
    expect(limitsParameters({})).toEqual({ maxFrequency: null, maxBandwidth: null, windowMs: null });
  });

  it('are the same when each is', () => {
    const twice = { maxFrequency: 2 };
    expect([sameLimits(twice, { maxFrequency: 2 }), sameLimits(twice, {})]).toEqual([true, false]);
  });
});
