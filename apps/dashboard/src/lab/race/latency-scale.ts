import type { Formats } from '../../language/formats';
import type { LogScale } from '../draw/log-scale';

/** From a millisecond, which is as fine as the clocks tell, to twice what polling takes at worst. */
export function latencyScale({ number }: Formats, pollingIntervalMs: number): LogScale {
  const to = Math.max(1_500, 2 * pollingIntervalMs);
  const ticks = [1, 10, 100, 1_000, 10_000].filter((value) => value <= to);
  const label = (value: number) =>
    value < 1_000 ? `${number(value, 0)} ms` : `${number(value / 1_000, 0)} s`;
  return { from: 0.8, to, ticks: ticks.map((value) => ({ value, label: label(value) })) };
}
