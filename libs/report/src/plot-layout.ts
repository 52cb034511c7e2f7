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

/** A series in its place. Predictions of rows are marks, as nothing lies between one row and the next. */
export interface PlacedSeries {
  readonly label: string;
  readonly kind: 'line' | 'dots' | 'marks';
  /** Which colour, from 0. */
  readonly hue: number;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Where everything of a plot stands: what a painter of any kind needs. */
export interface PlotLayout {
  readonly across: readonly Tick[];
  /** Values, or the names of rows, whose words stand above their lines. */
  readonly up: readonly Tick[];
  readonly upIs: 'values' | 'rows';
  /** What runs across, and what runs up. */
  readonly titles: { readonly across: string; readonly up: string };
  readonly series: readonly PlacedSeries[];
}

/** How many colours there are. */
const HUES = 6;

/** How high a row is. */
const ROW = 30;

/** The height that a plot needs, with so much above and below: rows need each their own, others `usual`. */
export const plotHeight = (
  { names }: Plot,
  { top, bottom }: Pick<PlotRoom, 'top' | 'bottom'>,
  usual: number,
) => (names ? top + bottom + ROW * names.length : usual);

/** Places a plot in its room. */
export const plotLayout = (plot: Plot, room: PlotRoom): PlotLayout =>
  plot.names ? rowLayout(plot, plot.names, room) : axisLayout(plot, room);

function axisLayout(plot: Plot, room: PlotRoom): PlotLayout {
  const { series, scale = 'linear' } = plot;
  const points = series.flatMap((one) => one.points).filter(([x, y]) => isDrawable(x, y));
  const up = axis(scale !== 'linear', [room.height - room.bottom, room.top]);
  const across = axis(scale === 'logarithmic', [room.left, room.width - room.right]);
  const [x, y] = [across(points.map(([value]) => value)), up(points.map(([, value]) => value))];
  return {
    ...{ across: x.ticks, up: y.ticks, upIs: 'values', titles: { across: plot.x, up: plot.y } },
    series: placed(series, ([a, b]) => [x.place(a), y.place(b)]),
  };
}

function rowLayout(plot: Plot, names: readonly string[], room: PlotRoom): PlotLayout {
  const { series, scale = 'linear' } = plot;
  const values = series.flatMap((one) => one.points.map(([, value]) => value)).filter(Number.isFinite);
  const x = axis(scale !== 'linear', [room.left, room.width - room.right])(values);
  const row = (index: number) => round(room.top + (index + 0.75) * ROW);
  return {
    ...{ across: x.ticks, upIs: 'rows', titles: { across: plot.y, up: plot.x } },
    up: names.map((text, index) => ({ at: row(index), text })),
    series: placed(series, ([index, value]) => [x.place(value), row(index)]).map((one) =>
      one.kind === 'line' ? { ...one, kind: 'marks' } : one,
    ),
  };
}

type Point = readonly [x: number, y: number];

function placed(all: readonly Series[], place: (point: Point) => Point): readonly PlacedSeries[] {
  const groups = [...new Set(all.map(groupOf))];
  return all.map((one) => ({
    ...{ label: one.label, kind: one.kind, hue: groups.indexOf(groupOf(one)) % HUES },
    points: one.points.filter(([x, y]) => isDrawable(x, y)).map(place),
  }));
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
