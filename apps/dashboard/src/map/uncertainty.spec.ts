import { positionOf } from '@tickway/tracking';
import { glideTo, standing } from './glide';
import { overdue, uncertainty } from './uncertainty';

const position = positionOf({
  ...{ lat: 40.7, lon: -74, course: 90, speed: 10, state: 'moving', system: 'bus', accuracy: 6 },
});
if (!position) throw new Error('no position');
const before = standing({ ...position, at: 0 });
const sprite = { position, glide: glideTo(before, { ...position, at: 5000 }, 5000) };

describe('uncertainty', () => {
  it('is that of the fix until the next one is due', () => {
    expect([uncertainty(sprite, 5000), uncertainty(sprite, 10_000)]).toEqual([6, 6]);
  });

  it('grows with the last speed while a vehicle is silent, up to a bound', () => {
    expect(uncertainty(sprite, 20_000)).toBe(106);
    expect(uncertainty(sprite, 10_000_000)).toBe(3000);
  });

  it('is worth a mark only beyond the jitter of fixes', () => {
    expect([overdue(sprite, 12_000), overdue(sprite, 13_001)]).toEqual([false, true]);
  });
});
