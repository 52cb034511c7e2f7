import { serviceDaysAt } from './service-day';
import { wallClock, whenShown } from './wall-clock';

const zone = 'America/New_York';
const at = (iso: string) => Date.parse(iso);
/** Time of the service day in hours, for each day that has begun. */
const hours = (iso: string) =>
  Object.fromEntries(
    serviceDaysAt(zone, at(iso))
      .filter(({ startMs }) => startMs <= at(iso))
      .map(({ date, startMs }) => [date, (at(iso) - startMs) / 3_600_000]),
  );

describe('serviceDaysAt', () => {
  it('runs the evening of yesterday after midnight', () => {
    expect(hours('2026-09-24T00:30:00-04:00')).toEqual({ '2026-09-23': 24.5, '2026-09-24': 0.5 });
    expect(hours('2026-09-24T23:59:00-04:00')['2026-09-24']).toBeCloseTo(23.983, 2);
  });

  it('takes the timetable of the weekday, whatever the date', () => {
    const days = serviceDaysAt(zone, at('2031-02-13T12:00:00-05:00'));
    expect(days.map(({ date, weekday }) => [date, weekday])).toEqual([
      ['2031-02-12', 3],
      ['2031-02-13', 4],
      ['2031-02-14', 5],
    ]);
  });

  it('counts from noon less twelve hours on the day that clocks go forward', () => {
    // 2026-03-08: 02:00 becomes 03:00, so the day's time 00:00:00 is 23:00 of the evening before.
    expect(hours('2026-03-08T12:00:00-04:00')['2026-03-08']).toBe(12);
    expect(hours('2026-03-08T01:30:00-05:00')).toEqual({ '2026-03-07': 25.5, '2026-03-08': 2.5 });
    expect(hours('2026-03-07T23:30:00-05:00')).toEqual({
      '2026-03-06': 47.5,
      '2026-03-07': 23.5,
      '2026-03-08': 0.5,
    });
  });

  it('counts from noon less twelve hours on the day that clocks go back', () => {
    expect(hours('2026-11-01T12:00:00-05:00')['2026-11-01']).toBe(12);
    expect(hours('2026-11-01T00:30:00-04:00')).toEqual({ '2026-10-31': 24.5 });
    expect(hours('2026-11-01T01:30:00-04:00')).toEqual({ '2026-10-31': 25.5, '2026-11-01': 0.5 });
    expect(hours('2026-11-01T01:30:00-05:00')).toEqual({ '2026-10-31': 26.5, '2026-11-01': 1.5 });
  });

  it('never jumps: an hour later, every day under way is an hour on', () => {
    for (let t = at('2026-10-30T00:00:00Z'); t < at('2026-11-03T00:00:00Z'); t += 3_600_000) {
      const later = new Map(serviceDaysAt(zone, t + 3_600_000).map((day) => [day.date, day.startMs]));
      for (const { date, startMs } of serviceDaysAt(zone, t))
        if (later.has(date)) expect(later.get(date)).toBe(startMs);
    }
  });
});

describe('wall clocks', () => {
  it('show New York, summer and winter', () => {
    expect(wallClock(zone, at('2026-09-24T12:30:00Z'))).toEqual({
      date: '2026-09-24',
      weekday: 4,
      timeMs: 30_600_000,
    });
    expect(wallClock(zone, at('2026-11-22T03:00:00.250Z'))).toEqual({
      ...{ date: '2026-11-21', weekday: 6, timeMs: 79_200_250 },
    });
  });

  it('are found again by what they show, also near a change', () => {
    for (let t = at('2026-03-07T00:00:00Z'); t < at('2026-03-10T00:00:00Z'); t += 1_800_000) {
      const { date, timeMs } = wallClock(zone, t);
      expect(whenShown(zone, date, timeMs)).toBe(t);
    }
  });

  it('that show a time twice mean the first', () => {
    expect(whenShown(zone, '2026-11-01', 5_400_000)).toBe(at('2026-11-01T01:30:00-04:00'));
  });
});
