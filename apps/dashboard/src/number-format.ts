/** U+2212: as wide as a plus sign and a digit, so signed columns line up. */
const MINUS = '−';
const NOTHING = '–';

const price = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Dollars on the cent: `1,204.50`; a dash for a value that is not there. */
export const formatPrice = (dollars: number | undefined): string =>
  dollars === undefined ? NOTHING : price.format(dollars);

/** A difference in dollars with its sign: `+0.35`, `−1.20`, `0.00`. */
export const formatChange = (dollars: number | undefined): string =>
  dollars === undefined ? NOTHING : signed(dollars);

/** A percentage with its sign: `+0.35%`. */
export const formatPercent = (percent: number | undefined): string =>
  percent === undefined ? NOTHING : `${signed(percent)}%`;

/** Shares: `1,200`. */
export const formatSize = (shares: number | undefined): string =>
  shares === undefined ? '' : whole.format(shares);

/** A day's volume in shares: `1.2M`; below a thousand as it is. */
export function formatVolume(shares: number | undefined): string {
  if (shares === undefined) return NOTHING;
  return shares < 1000 ? whole.format(shares) : compact.format(shares);
}

/** An age for a table cell: `0.4 s` under ten seconds, then whole seconds, minutes, hours. Never negative. */
export function formatAge(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}

/** Durations in ms that belong together, the longest last: `42 / 130 ms`, in seconds if that is long. */
export function formatRange(...durations: readonly number[]): string {
  if ((durations.at(-1) ?? 0) >= 9_950)
    return `${durations.map((ms) => (ms / 1000).toFixed(1)).join(' / ')} s`;
  return `${durations.map((ms) => whole.format(Math.round(ms))).join(' / ')} ms`;
}

/** A clock's offset with its sign and, if known, the most by which it can be wrong: `+12 ± 3 ms`. */
export function formatOffset(offsetMs: number, errorMs?: number): string {
  const rounded = Math.round(offsetMs);
  const sign = rounded < 0 ? MINUS : '+';
  const error = errorMs === undefined ? '' : ` ± ${whole.format(Math.ceil(errorMs))}`;
  return `${sign}${whole.format(Math.abs(rounded))}${error} ms`;
}

/** A count: `12,480`. */
export const formatCount = (count: number): string => whole.format(count);

/** An amount of bytes: `812 B`, `14.2 kB`, `3.1 MB` (powers of a thousand). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_950 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A speed in metres per second as a reader in New York wants it: `24 mph`. */
export const formatSpeed = (metresPerSecond: number): string =>
  `${Math.round(metresPerSecond * 2.236_936)} mph`;

function signed(value: number): string {
  const digits = price.format(Math.abs(value));
  if (Number(digits) === 0) return digits;
  return `${value < 0 ? MINUS : '+'}${digits}`;
}
