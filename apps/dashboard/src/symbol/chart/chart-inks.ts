import type { ChartInks } from './drawing';

const wanted: ChartInks = {
  up: 'var(--up)',
  down: 'var(--down)',
  text: 'var(--text-soft)',
  line: 'var(--line)',
  volume: 'var(--line-strong)',
  vwap: 'var(--vwap)',
  fast: 'var(--fast)',
  slow: 'var(--slow)',
};

/** The chart's colours in the present look of `element`, as a canvas takes them. */
export function chartInksOf(element: HTMLElement): ChartInks {
  const probe = element.ownerDocument.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const resolved = (ink: string) => {
    probe.style.color = ink;
    return getComputedStyle(probe).color;
  };
  const { up, down, text, line, volume, vwap, fast, slow } = wanted;
  const inks = {
    ...{ up: resolved(up), down: resolved(down), text: resolved(text), line: resolved(line) },
    ...{ volume: resolved(volume), vwap: resolved(vwap), fast: resolved(fast), slow: resolved(slow) },
  };
  probe.remove();
  return inks;
}
