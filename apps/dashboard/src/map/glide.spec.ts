import { distanceBetween, type Fix } from '@tickway/tracking';
import { glideTo, standing, type Glide } from './glide';

const METRE = 1 / (111_195 * Math.cos((40.7 * Math.PI) / 180));

/** A fix so many metres east of the start, at its cruising speed. */
const fix = (metres: number, at: number): Fix => ({
  lat: 40.7,
  lon: -74 + metres * METRE,
  course: 90,
  speed: 10,
  at,
});
const metres = (glide: Glide, now: number) => distanceBetween(fix(0, 0), glide.placeAt(now));

describe('glide', () => {
  it('arrives at a fix when the next one is due', () => {
    const glide = glideTo(standing(fix(0, 0)), fix(100, 10_000), 10_000);
    expect(metres(glide, 10_000)).toBeCloseTo(0, 1);
    expect(metres(glide, 15_000)).toBeCloseTo(50, 0);
    expect(metres(glide, 20_000)).toBeCloseTo(100, 1);
  });

  it('holds at the last fix when no newer one comes', () => {
    const glide = glideTo(standing(fix(0, 0)), fix(100, 10_000), 10_000);
    expect(metres(glide, 600_000)).toBeCloseTo(100, 1);
  });

  it('never leaps when a fix comes early, late, or in the middle of a glide', () => {
    let glide = standing(fix(0, 0));
    for (const [east, fixedAt, receivedAt] of [
      [100, 10_000, 10_300],
      [190, 18_000, 18_100],
      [330, 31_000, 33_500],
      [340, 32_000, 33_600],
    ] as const) {
      const before = metres(glide, receivedAt);
      glide = glideTo(glide, fix(east, fixedAt), receivedAt);
      expect(metres(glide, receivedAt)).toBeCloseTo(before, 1);
    }
    expect(metres(glide, 90_000)).toBeCloseTo(340, 0);
  });

  it('makes up for a fix that came late, so that it still arrives on time', () => {
    const late = glideTo(standing(fix(0, 0)), fix(100, 10_000), 15_000);
    expect(metres(late, 20_000)).toBeCloseTo(100, 1);
    const tooLate = glideTo(standing(fix(0, 0)), fix(100, 10_000), 25_000);
    expect(metres(tooLate, 25_000)).toBeCloseTo(0, 1);
    expect(metres(tooLate, 25_400)).toBeCloseTo(100, 1);
  });

  it('does not glide over a leap', () => {
    const glide = glideTo(standing(fix(0, 0)), fix(5000, 10_000), 10_000);
    expect(metres(glide, 10_000)).toBeCloseTo(5000, -1);
  });

  it('goes on over what a fast one can have flown', () => {
    const flying = (metres: number, at: number) => ({ ...fix(metres, at), speed: 245 });
    const glide = glideTo(standing(flying(0, 0)), flying(3675, 15_000), 15_300);
    expect(metres(glide, 15_300)).toBeCloseTo(0, 0);
    expect(metres(glide, 30_000)).toBeCloseTo(3675, 0);
  });
});
