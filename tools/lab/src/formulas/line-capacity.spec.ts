import { askedPerSecond, morePercent, samplesPerSecond } from './line-capacity';

describe('a line’s capacity', () => {
  it.each([
    [64, 100, 80],
    [32, 400, 10],
  ])('%d kbit/s carry samples of %d bytes %d times a second', (kbitPerSecond, bytes, expected) => {
    expect(samplesPerSecond(kbitPerSecond, bytes)).toBe(expected);
  });

  it('is no more than a sample a round trip for who asks, however fast the line', () => {
    expect(askedPerSecond(32, 400, 0)).toBeCloseTo(10, 9);
    expect(askedPerSecond(32, 400, 100)).toBeCloseTo(5, 9);
    expect(askedPerSecond(1e12, 400, 100)).toBeCloseTo(10, 6);
  });

  it('is in inverse proportion to the bytes of a sample: half the bytes are 100 % more samples', () => {
    expect(morePercent(samplesPerSecond(64, 75), samplesPerSecond(64, 150))).toBeCloseTo(100, 9);
    expect(morePercent(80, 80)).toBe(0);
  });
});
