import { week } from './feeds.mjs';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * On which days of {@link week} each service runs, as a bit mask (bit 0 is the first day): the weekly
 * pattern, then the exceptions (1 adds a day, 2 takes it away). Services with no day are left out.
 *
 * @param {readonly Record<string, string>[]} calendar
 * @param {readonly Record<string, string>[]} exceptions
 * @returns {Map<string, number>}
 */
export function serviceDays(calendar, exceptions) {
  const days = new Map();
  for (const row of calendar) days.set(row.service_id, weeklyDays(row));
  for (const { service_id, date, exception_type } of exceptions) {
    const bit = 1 << week.findIndex((day) => compact(day) === date);
    if (!week.some((day) => compact(day) === date)) continue;
    const before = days.get(service_id) ?? 0;
    days.set(service_id, exception_type === '1' ? before | bit : before & ~bit);
  }
  return new Map([...days].filter(([, mask]) => mask !== 0));
}

function weeklyDays(row) {
  let mask = 0;
  week.forEach((day, index) => {
    const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
    const inRange = row.start_date <= compact(day) && compact(day) <= row.end_date;
    if (inRange && row[weekday] === '1') mask |= 1 << index;
  });
  return mask;
}

const compact = (day) => day.replaceAll('-', '');
