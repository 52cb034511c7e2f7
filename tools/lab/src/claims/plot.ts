/** Points of one kind in a plot. */
export interface Series {
  readonly label: string;
  /** A predicted line, or measured dots. */
  readonly kind: 'line' | 'dots';
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A picture of predictions and measurements. */
export interface Plot {
  readonly name: string;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** @default 'linear' */
  readonly scale?: 'linear' | 'logarithmic';
  readonly series: readonly Series[];
}

const WIDTH = 820;
const HEIGHT = 360;
const MARGIN = { left: 64, right: 240, top: 36, bottom: 44 };
// Told apart by shape as well: lines are predictions, dots are measurements.
const colors = ['#0b6e99', '#b3541e', '#3c7a3c', '#7b4b94', '#8a6d00'];

/** The picture as a self-contained SVG document that is readable on light and dark ground. */
export function plotSvg(plot: Plot): string {
  const place = placing(plot);
  const drawn = plot.series.map((series, index) =>
    drawSeries(series, colors[index % colors.length] ?? '', place),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="${escape(plot.title)}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${MARGIN.left}" y="20" font-weight="bold">${escape(plot.title)}</text>`,
    axes(plot, place),
    ...drawn,
    ...plot.series.map((series, index) => legend(series, index)),
    '</svg>',
  ].join('\n');
}

interface Placing {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly ticks: { readonly x: readonly number[]; readonly y: readonly number[] };
}

function placing({ series, scale = 'linear' }: Plot): Placing {
  const points = series.flatMap((one) => one.points);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const across = axis(xs, scale, [MARGIN.left, WIDTH - MARGIN.right]);
  const up = axis(ys, scale, [HEIGHT - MARGIN.bottom, MARGIN.top]);
  return { x: across.place, y: up.place, ticks: { x: across.ticks, y: up.ticks } };
}

function axis(
  values: readonly number[],
  scale: 'linear' | 'logarithmic',
  [from, to]: readonly [number, number],
) {
  const log = scale === 'logarithmic';
  const positive = values.filter((value) => !log || value > 0);
  const max = Math.max(...positive, log ? 1e-9 : 1e-9);
  const low = log ? 10 ** Math.floor(Math.log10(Math.min(...positive, max))) : 0;
  const high = log ? 10 ** Math.ceil(Math.log10(max * 1.001)) : niceAbove(max);
  const share = (value: number) =>
    log ? Math.log10(Math.max(value, low) / low) / Math.log10(high / low) : value / high;
  return { place: (value: number) => from + share(value) * (to - from), ticks: ticks(low, high, log) };
}

function ticks(low: number, high: number, log: boolean): readonly number[] {
  if (!log) return Array.from({ length: 6 }, (_, i) => (high * i) / 5);
  const decades = Math.round(Math.log10(high / low));
  return Array.from({ length: decades + 1 }, (_, i) => low * 10 ** i);
}

function niceAbove(max: number): number {
  const unit = 10 ** Math.floor(Math.log10(max));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * unit >= max) ?? 10;
  return step * unit;
}

function axes({ x, y }: Plot, place: Placing): string {
  const bottom = HEIGHT - MARGIN.bottom;
  const across = place.ticks.x.map(
    (value) =>
      `<text x="${round(place.x(value))}" y="${bottom + 16}" text-anchor="middle">${short(value)}</text>`,
  );
  const up = place.ticks.y.map((value) => {
    const at = round(place.y(value));
    return `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${at}" y2="${at}" stroke="#ddd"/><text x="${MARGIN.left - 6}" y="${at + 4}" text-anchor="end">${short(value)}</text>`;
  });
  const names = `<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 8}" text-anchor="end">${escape(x)}</text><text x="8" y="${MARGIN.top - 4}" font-size="11">${escape(y)}</text>`;
  return [...across, ...up, names].join('\n');
}

function drawSeries({ kind, points }: Series, color: string, { x, y }: Placing): string {
  const at = points.map(([a, b]) => `${round(x(a))},${round(y(b))}`);
  if (kind === 'line')
    return `<polyline points="${at.join(' ')}" fill="none" stroke="${color}" stroke-width="1.5"/>`;
  const dots = at
    .map((point) => point.split(','))
    .map(([a = '', b = '']) => `<circle cx="${a}" cy="${b}" r="3.5"/>`);
  return `<g fill="${color}">${dots.join('')}</g>`;
}

function legend({ label, kind }: Series, index: number): string {
  const y = MARGIN.top + 10 + index * 16;
  const color = colors[index % colors.length] ?? '';
  const x = WIDTH - MARGIN.right + 20;
  const mark =
    kind === 'line'
      ? `<line x1="${x}" x2="${x + 18}" y1="${y}" y2="${y}" stroke="${color}" stroke-width="1.5"/>`
      : `<circle cx="${x + 9}" cy="${y}" r="3.5" fill="${color}"/>`;
  return `${mark}<text x="${x + 24}" y="${y + 4}">${escape(label)}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
const short = (value: number) => Number(value.toPrecision(3)).toString();
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
