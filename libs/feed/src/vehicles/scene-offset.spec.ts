import fc from 'fast-check';
import { sceneOffsetMs, shiftTo } from './scene-offset';
import { samplePack } from './testing/sample-pack';
import { wallClock } from './wall-clock';

const week = samplePack();
const zone = week.timeZone;
const instant = fc.integer({
  min: Date.parse('2020-01-01T00:00:00Z'),
  max: Date.parse('2040-01-01T00:00:00Z'),
});

describe('sceneOffsetMs', () => {
  it('leads into the week of the timetable, at the same weekday and the same time of day', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const now = wallClock(zone, at);
        const scene = wallClock(zone, at + sceneOffsetMs(week, at));
        expect(week.days).toContain(scene.date);
        expect([scene.weekday, scene.timeMs]).toEqual([now.weekday, now.timeMs]);
      }),
      { seed: 20261122 },
    );
  });

  it('is nothing within the week itself', () => {
    expect(sceneOffsetMs(week, Date.parse('2026-09-26T17:00:00-04:00'))).toBe(0);
  });
});

describe('shiftTo', () => {
  it('begins the scene at the time asked for, within a week', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const shift = shiftTo('thu 08:30', { timeZone: zone, at }) ?? NaN;
        expect(Math.abs(shift)).toBeLessThan(8 * 86_400_000);
        const shown = wallClock(zone, at + sceneOffsetMs(week, at + shift) + shift);
        expect(shown).toMatchObject({ date: '2026-09-24', weekday: 4 });
        // A change of clocks within the shift moves the scene by an hour.
        expect(Math.abs(shown.timeMs - 30_600_000) % 3_600_000).toBe(0);
      }),
      { seed: 20261122 },
    );
  });

  it.each(['', 'thu', 'thu 8:30', 'thu 24:00', 'thursday 08:30', 'thu 08:60'])('refuses "%s"', (text) => {
    expect(shiftTo(text, { timeZone: zone, at: 0 })).toBeUndefined();
  });
});
