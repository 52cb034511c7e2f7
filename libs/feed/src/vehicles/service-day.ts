import { addDays, DAY_MS, wallClock, whenShown } from './wall-clock';

/** A day of a timetable that is being run: its times are counted from `startMs`. */
export interface ServiceDay {
  /** The real date, `YYYY-MM-DD`. */
  readonly date: string;
  /** 0 is Sunday: the timetable of this weekday is run. */
  readonly weekday: number;
  /** Epoch ms of its time 00:00:00. */
  readonly startMs: number;
}

/**
 * The service days around `at`: yesterday's (its times go past 24:00:00), today's and tomorrow's, in this order. As GTFS
 * has it, times count from noon less twelve hours: on the two days a year when clocks change, the
 * timetable neither jumps nor repeats an hour.
 */
export function serviceDaysAt(timeZone: string, at: number): readonly ServiceDay[] {
  const { date } = wallClock(timeZone, at);
  return [-1, 0, 1].map((days) => serviceDay(timeZone, addDays(date, days)));
}

function serviceDay(timeZone: string, date: string): ServiceDay {
  const noon = whenShown(timeZone, date, DAY_MS / 2);
  return { date, weekday: new Date(`${date}T00:00:00Z`).getUTCDay(), startMs: noon - DAY_MS / 2 };
}
