import { zoomEasing } from './zoom-easing';

describe('zoom easing', () => {
  it('begins at nothing, ends at all, and never turns back', () => {
    const steps = Array.from({ length: 101 }, (_, i) => zoomEasing(i / 100));
    expect([steps[0], steps[100]]).toEqual([0, 1]);
    steps.reduce((before, now) => {
      expect(now).toBeGreaterThanOrEqual(before);
      return now;
    });
  });

  it('follows cubic-bezier(0, 0, 0.25, 1)', () => {
    // s = 0.5 gives x = 0.21875 and y = 0.5.
    expect(zoomEasing(0.21875)).toBeCloseTo(0.5, 4);
  });

  it('stays at its ends outside its time', () => {
    expect([zoomEasing(-1), zoomEasing(2)]).toEqual([0, 1]);
  });
});
