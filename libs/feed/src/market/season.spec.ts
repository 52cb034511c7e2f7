import { season } from './season';

describe('season', () => {
  const phases = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);

  it('has mean square 1, so it moves volatility within the day and not that of the day', () => {
    expect(phases.reduce((sum, phase) => sum + season(phase) ** 2, 0) / 1000).toBeCloseTo(1, 3);
  });

  it('falls from the open to the early afternoon and rises to the close, less high', () => {
    const lowest = phases.reduce((low, phase) => (season(phase) < season(low) ? phase : low), 0);
    expect(lowest).toBeGreaterThan(0.4);
    expect(lowest).toBeLessThan(0.7);
    expect(season(0)).toBeGreaterThan(season(0.999));
    expect(season(0.999)).toBeGreaterThan(1.5 * season(lowest));
  });
});
