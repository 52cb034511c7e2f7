import { drawIntervalMs } from './draw-interval';

describe('draw interval', () => {
  it('draws ten times a second while nothing can be seen to move faster', () => {
    expect(drawIntervalMs(10, 35)).toBe(100);
  });

  it('draws every frame once motion is a quarter of a pixel a frame', () => {
    expect(drawIntervalMs(16, 35)).toBeLessThan(17);
    expect(drawIntervalMs(14, 35)).toBeGreaterThan(34);
  });
});
