import {
  formatBytes,
  formatOffset,
  formatAge,
  formatChange,
  formatPercent,
  formatPrice,
  formatRange,
  formatSize,
  formatSpeed,
  formatVolume,
} from './number-format';

describe('number format', () => {
  it('writes prices on the cent with thousands apart', () => {
    expect(formatPrice(1204.5)).toBe('1,204.50');
  });

  it('gives a change its sign, with a minus as wide as a plus', () => {
    expect([formatChange(0.35), formatChange(-1.2)]).toEqual(['+0.35', '−1.20']);
  });

  it('gives no sign to what rounds to nothing', () => {
    expect([formatChange(0), formatChange(-0.001), formatPercent(0.004)]).toEqual(['0.00', '0.00', '0.00%']);
  });

  it('shortens volumes from a thousand on', () => {
    expect([formatVolume(950), formatVolume(1240), formatVolume(1_236_000)]).toEqual(['950', '1.2K', '1.2M']);
  });

  it('shows a dash for a value that is not there, and no size at all', () => {
    expect([formatPrice(undefined), formatPercent(undefined), formatSize(undefined)]).toEqual(['–', '–', '']);
  });

  it('tells an age in the unit a reader wants and never a negative one', () => {
    expect([-50, 420, 9_960, 99_000, 240_000, 7_300_000].map(formatAge)).toEqual([
      '0.0 s',
      '0.4 s',
      '10 s',
      '99 s',
      '4 min',
      '2 h',
    ]);
  });

  it('tells durations that belong together in one unit', () => {
    expect([formatRange(12.4, 130), formatRange(3, 800, 12_000)]).toEqual([
      '12 / 130 ms',
      '0.0 / 0.8 / 12.0 s',
    ]);
  });

  it('gives a clock’s offset its sign and its doubt', () => {
    expect([formatOffset(-12.2, 2.1), formatOffset(3)]).toEqual(['−12 ± 3 ms', '+3 ms']);
  });

  it('counts bytes in powers of a thousand', () => {
    expect([812, 14_230, 999_960, 3_100_000].map(formatBytes)).toEqual([
      '812 B',
      '14.2 kB',
      '1.0 MB',
      '3.1 MB',
    ]);
  });

  it('converts metres per second', () => {
    expect([formatSpeed(0), formatSpeed(10)]).toEqual(['0 mph', '22 mph']);
  });
});
