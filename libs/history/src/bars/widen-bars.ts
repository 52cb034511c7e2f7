import { type Bar, type Interval, joinBars, startOf } from '@tickway/market';

/**
 * The newest `most` bars of a longer interval, oldest first, made of shorter ones given newest first
 * (so that a store reads no further back than needed).
 */
export function widenBars(newestFirst: Iterable<Bar>, interval: Interval, most: number): readonly Bar[] {
  const wide: Bar[] = [];
  for (const bar of newestFirst) {
    const start = startOf(bar.start, interval);
    const later = wide.at(-1);
    if (later?.start === start) wide[wide.length - 1] = { ...joinBars(bar, later), start };
    else if (wide.length === most) break;
    else wide.push({ ...bar, start });
  }
  return wide.reverse();
}
