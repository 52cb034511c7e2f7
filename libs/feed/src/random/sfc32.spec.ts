import { sfc32 } from './sfc32';
import { streamOf } from './stream-of';

const first = (count: number, random: () => number) => Array.from({ length: count }, random);

describe('sfc32', () => {
  it('gives the same numbers for the same words, on every machine', () => {
    const words = first(3, sfc32([1, 2, 3, 4])).map((uniform) => uniform * 0x1_0000_0000);
    expect(words).toEqual([800524041, 903873393, 3641854082]);
  });

  it('stays in [0, 1) and has the mean and the spread of a uniform number', () => {
    const numbers = first(50_000, sfc32([9, 8, 7, 6]));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });
});

describe('streamOf', () => {
  it('gives the same stream for the same seed and names', () => {
    expect(first(5, streamOf(42, 'TKW', 'trades'))).toEqual(first(5, streamOf(42, 'TKW', 'trades')));
  });

  it('gives another stream for another seed, another name and another split of the same letters', () => {
    const streams = [
      streamOf(42, 'TKW', 'trades'),
      streamOf(43, 'TKW', 'trades'),
      streamOf(42, 'TKW', 'quotes'),
      streamOf(42, 'TKWt', 'rades'),
      streamOf(42, 'TKW'),
    ];
    expect(new Set(streams.map((random) => random())).size).toBe(streams.length);
  });

  it('gives streams that do not follow one another', () => {
    const [a, b] = [streamOf(1, 'a'), streamOf(1, 'b')];
    let product = 0;
    for (let i = 0; i < 50_000; i++) product += (a() - 0.5) * (b() - 0.5) * 12;
    expect(Math.abs(product / 50_000)).toBeLessThan(0.02);
  });
});
