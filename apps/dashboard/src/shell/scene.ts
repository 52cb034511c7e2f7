import type { Held } from '@tickway/client';
import type { LanguageCode } from '../language/language-code';

/** Where and when the simulated world is. */
export interface Scene {
  /** IANA name, e.g. `America/New_York`. */
  readonly timeZone: string;
  /** What is to be added to the server's time to get the scene's, ms. */
  readonly offsetMs: number;
}

/** A scene's time in words. */
export interface SceneTime {
  readonly day: string;
  readonly time: string;
}

type Row = Pick<Held, 'fields'>;

/** The scene of a feed, if it has one. */
export function sceneOf(row: Row | undefined): Scene | undefined {
  const { timeZone, offsetMs } = row?.fields ?? {};
  return typeof timeZone === 'string' && typeof offsetMs === 'number' ? { timeZone, offsetMs } : undefined;
}

/** Whether any feed is simulated. */
export function anySimulated(rows: Iterable<Row>): boolean {
  for (const { fields } of rows) if (fields.simulated === true) return true;
  return false;
}

/** The scene's wall clock, as a language writes it, when the server's time is `now`, epoch ms. */
export function sceneTime({ timeZone, offsetMs }: Scene, now: number, code: LanguageCode): SceneTime {
  const { day, time } = clockIn(timeZone, code);
  const at = now + offsetMs;
  return { day: day.format(at), time: time.format(at) };
}

interface Clock {
  readonly day: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}

const clocks = new Map<string, Clock>();

/** Formats are kept: making one costs a hundred times using it. */
function clockIn(timeZone: string, code: LanguageCode): Clock {
  const id = `${code} ${timeZone}`;
  let clock = clocks.get(id);
  if (!clock) {
    clock = {
      day: new Intl.DateTimeFormat(code, { timeZone, weekday: 'short' }),
      time: new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }),
    };
    clocks.set(id, clock);
  }
  return clock;
}
