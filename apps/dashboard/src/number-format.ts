/** An age for a table cell: `0.4 s` under ten seconds, then whole seconds, minutes, hours. Never negative. */
export function formatAge(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}

/** A speed in metres per second as a reader in New York wants it: `24 mph`. */
export const formatSpeed = (metresPerSecond: number): string =>
  `${Math.round(metresPerSecond * 2.236_936)} mph`;
