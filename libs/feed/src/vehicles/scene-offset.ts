import { DAY_MS, wallClock, whenShown } from './wall-clock';

/** A week of a timetable and the zone of its clock; every pack is one. */
export interface Week {
  readonly timeZone: string;
  /** Seven dates, `YYYY-MM-DD`. */
  readonly days: readonly string[];
}

/**
 * What to add to the present time to get the scene's, ms: the day of the timetable's week that has the
 * same weekday, at the same time by the clocks of its zone. It changes when the week is over and
 * when clocks change, so it is asked for again, not kept.
 *
 * @param at epoch ms, with the shift of the scene (`shiftTo`) if there is one
 */
export function sceneOffsetMs({ timeZone, days }: Week, at: number): number {
  const { weekday, timeMs } = wallClock(timeZone, at);
  const day = days.find((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === weekday);
  return day === undefined ? 0 : whenShown(timeZone, day, timeMs) - at;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const grammar = /^(sun|mon|tue|wed|thu|fri|sat) ([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * How far to shift the scene so that it begins at a time of the week, such as `thu 08:30`, ms; `undefined`
 * when `text` is none. Whole: the same shift as long as the scene runs.
 *
 * @param at epoch ms of the begin
 */
export function shiftTo(text: string, { timeZone, at }: { readonly timeZone: string; readonly at: number }) {
  const [, day, hours, minutes] = grammar.exec(text) ?? [];
  if (day === undefined) return undefined;
  const { weekday, timeMs } = wallClock(timeZone, at);
  const days = (weekdays.indexOf(day) - weekday + 7) % 7;
  const wanted = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return days * DAY_MS + wanted - timeMs;
}
