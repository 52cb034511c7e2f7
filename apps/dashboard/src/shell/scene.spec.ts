import { anySimulated, sceneOf, sceneTime } from './scene';

const feeds = [
  { fields: { label: 'Market', simulated: true } },
  { fields: { label: 'Transit', simulated: false, timeZone: 'America/New_York', offsetMs: -3_600_000 } },
];

describe('scene', () => {
  it('is that of a feed that names a time zone and an offset', () => {
    expect(sceneOf(feeds[1])).toEqual({ timeZone: 'America/New_York', offsetMs: -3_600_000 });
    expect(sceneOf(feeds[0])).toBeUndefined();
    expect(sceneOf(undefined)).toBeUndefined();
  });

  it('shows its own wall clock in its own place', () => {
    const noon = Date.UTC(2026, 8, 24, 12, 0, 7);
    expect(sceneTime({ timeZone: 'America/New_York', offsetMs: -3_600_000 }, noon, 'en')).toEqual({
      day: 'Thu',
      time: '07:00:07',
    });
  });

  it('counts as simulated as soon as one feed is', () => {
    expect(anySimulated(feeds)).toBe(true);
    expect(anySimulated(feeds.slice(1))).toBe(false);
  });
});
