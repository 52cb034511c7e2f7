import type { Plot, Series } from './plot';

/** The room that a plot has, in the picture's own units. */
export interface PlotRoom {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A mark on an axis. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A series in its place. */
export interface PlacedSeries extends Pick<Series, 'label' | 'kind'> {
  /** Which colour, from 0. */
  readonly hue: number;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Where everything of a plot stands: what a painter of any kind needs. */
export interface PlotLayout {
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
  readonly series: readonly PlacedSeries[];
}

/** How many colours there are. */
export const HUES = 6;

/** Places a plot in its room. */
export function plotLayout(plot: Plot, room: PlotRoom): PlotLayout {
  const { series, scale = 'linear', names } = plot;
  const points = series.flatMap((one) => one.points).filter(([x, y]) => isDrawable(x, y));
  const up = axis(scale !== 'linear', [room.height - room.bottom, room.top]);
  const y = up(points.map(([, value]) => value));
  const ends = [room.left, room.width - room.right] as const;
  const x = names
    ? nameAxis(names, ends)
    : axis(scale === 'logarithmic', ends)(points.map(([value]) => value));
  const groups = [...new Set(series.map(groupOf))];
  return {
    across: x.ticks,
    up: y.ticks,
    series: series.map((one) => ({
      ...{ label: one.label, kind: one.kind, hue: groups.indexOf(groupOf(one)) % HUES },
      points: one.points.filter(([a, b]) => isDrawable(a, b)).map(([a, b]) => [x.place(a), y.place(b)]),
    })),
  };
}

const groupOf = ({ group, label }: Series) => group ?? label;
const isDrawable = (...values: readonly number[]) => values.every(Number.isFinite);

interface Axis {
  readonly place: (value: number) => number;
  readonly ticks: readonly Tick[];
}

type Ends = readonly [from: number, to: number];

const axis =
  (logarithmic: boolean, ends: Ends) =>
  (values: readonly number[]): Axis =>
    logarithmic ? logarithmicAxis(values, ends) : linearAxis(values, ends);

const SMALLEST = 1e-9;
const MOST_STEPS = 7;

function linearAxis(values: readonly number[], [from, to]: Ends): Axis {
  const step = niceStep(Math.max(...values, SMALLEST) / MOST_STEPS);
  const steps = Math.max(1, Math.ceil(Math.max(...values, SMALLEST) / step - 1e-9));
  const high = step * steps;
  const place = (value: number) => round(from + (value / high) * (to - from));
  return { place, ticks: Array.from({ length: steps + 1 }, (_, i) => tick(step * i, place)) };
}

function logarithmicAxis(values: readonly number[], [from, to]: Ends): Axis {
  const positive = values.filter((value) => value > 0);
  const most = Math.max(...positive, SMALLEST);
  const low = 10 ** Math.floor(Math.log10(Math.min(...positive, most)));
  const decades = Math.max(1, Math.ceil(Math.log10((most * 1.001) / low)));
  const place = (value: number) =>
    round(from + (Math.log10(Math.max(value, low) / low) / decades) * (to - from));
  return { place, ticks: Array.from({ length: decades + 1 }, (_, i) => tick(low * 10 ** i, place)) };
}

/** Names at even distances, with half a distance on both sides. */
function nameAxis(names: readonly string[], [from, to]: Ends): Axis {
  const place = (index: number) => round(from + ((index + 0.5) / names.length) * (to - from));
  return { place, ticks: names.map((text, index) => ({ at: place(index), text })) };
}

/** The least step that people count in and that is no less than `least`. */
function niceStep(least: number): number {
  const unit = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 2.5, 5].find((one) => one * unit >= least * (1 - 1e-9)) ?? 10;
  return step * unit;
}

const tick = (value: number, place: (value: number) => number): Tick => ({
  at: place(value),
  text: Number(value.toPrecision(3)).toString(),
});
const round = (value: number) => Math.round(value * 10) / 10;
