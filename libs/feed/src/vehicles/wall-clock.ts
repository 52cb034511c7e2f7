/** What a clock on a wall somewhere shows. */
export interface WallClock {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Milliseconds that the clock shows since 00:00. */
  readonly timeMs: number;
}

/** What the clocks of `timeZone` show at `at` (epoch ms). */
export function wallClock(timeZone: string, at: number): WallClock {
  const shown = new Date(at + zoneOffsetMs(timeZone, at));
  return {
    date: shown.toISOString().slice(0, 10),
    weekday: shown.getUTCDay(),
    timeMs: shown.getTime() % DAY_MS,
  };
}

/** When (epoch ms) the clocks of `timeZone` show `timeMs` after 00:00 of `date`; of two such times the first. */
export function whenShown(timeZone: string, date: string, timeMs: number): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + timeMs;
  const before = asUtc - zoneOffsetMs(timeZone, asUtc - DAY_MS);
  const same = asUtc - zoneOffsetMs(timeZone, before);
  return Math.min(before, same) + zoneOffsetMs(timeZone, Math.min(before, same)) === asUtc
    ? Math.min(before, same)
    : Math.max(before, same);
}

/** The date some days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const DAY_MS = 86_400_000;

/** How far the clocks of `timeZone` are ahead of UTC at `at`, ms. */
function zoneOffsetMs(timeZone: string, at: number): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / 1000) * 1000;
}

/** A format takes a hundred times longer to make than to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  formats.set(timeZone, made);
  return made;
}
