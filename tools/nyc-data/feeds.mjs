/**
 * The nine timetables of the npm package and what the project calls them.
 *
 * @typedef {{ folder: string, name: string, system: 'subway' | 'lirr' | 'mnr' | 'bus' }} FeedSource
 */

/** @type {readonly FeedSource[]} */
export const feeds = [
  { folder: 'subway', name: 'subway', system: 'subway' },
  { folder: 'lirr', name: 'lirr', system: 'lirr' },
  { folder: 'mnr', name: 'mnr', system: 'mnr' },
  { folder: 'bus_m', name: 'bus-manhattan', system: 'bus' },
  { folder: 'bus_bx', name: 'bus-bronx', system: 'bus' },
  { folder: 'bus_bk', name: 'bus-brooklyn', system: 'bus' },
  { folder: 'bus_qns', name: 'bus-queens', system: 'bus' },
  { folder: 'bus_si', name: 'bus-staten-island', system: 'bus' },
  { folder: 'bus_busco', name: 'bus-company', system: 'bus' },
];

/**
 * The week that a pack holds: seven days inside every feed's calendar, without a holiday, schools open.
 * A run's days are a bit mask over this list.
 */
export const week = [
  '2026-09-24',
  '2026-09-25',
  '2026-09-26',
  '2026-09-27',
  '2026-09-28',
  '2026-09-29',
  '2026-09-30',
];

/** What the package's data is the timetable of, for the time zone in which its clock runs. */
export const timeZone = 'America/New_York';
