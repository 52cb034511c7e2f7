import { inksOf } from '../../inks/inks-of';
import type { ChartInks } from './drawing';

const wanted = {
  up: 'var(--up)',
  down: 'var(--down)',
  text: 'var(--text-soft)',
  line: 'var(--line)',
  volume: 'var(--line-strong)',
  vwap: 'var(--vwap)',
  fast: 'var(--fast)',
  slow: 'var(--slow)',
} satisfies ChartInks;

/** The chart's colours in the present look of `element`, as a canvas takes them. */
export const chartInksOf = (element: HTMLElement): ChartInks => inksOf(element, wanted);
