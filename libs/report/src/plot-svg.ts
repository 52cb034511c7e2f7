import { escapeText } from './escape-text';
import type { Plot } from './plot';
import { plotLayout, type PlacedSeries, type PlotLayout, type PlotRoom } from './plot-layout';

const room: PlotRoom = { width: 820, height: 360, left: 64, right: 240, top: 36, bottom: 44 };
const bottom = room.height - room.bottom;
const right = room.width - room.right;

/** The colours of series on light and on dark ground; told apart by shape as well: lines are predictions, dots are measurements. */
export const plotInks = {
  light: ['#0b6e99', '#b3541e', '#3c7a3c', '#7b4b94', '#8a6d00', '#a3324f'],
  dark: ['#63b9e0', '#f0975f', '#7fc97f', '#c79fe0', '#dcb94f', '#f08aa3'],
} as const;
const { light, dark } = plotInks;

const look = (ground: string, ink: string, [rule, hues]: readonly [string, readonly string[]]) =>
  `.plot{--ground:${ground};--ink:${ink};--rule:${rule};${hues.map((hue, i) => `--hue${i}:${hue}`).join(';')}}`;

/** How a plot looks, on light and on dark ground: CSS that stands once in whatever document holds plots. */
export const plotStyle = [
  look('#fff', '#222', ['#ddd', light]),
  `@media(prefers-color-scheme:dark){${look('#14181f', '#dfe3ea', ['#323a46', dark])}}`,
  '.plot text{fill:var(--ink)}.plot .ground{fill:var(--ground)}.plot .rule{stroke:var(--rule)}',
  '.plot polyline,.plot .line{fill:none;stroke:var(--hue);stroke-width:1.6}.plot .dots{fill:var(--hue)}',
  ...light.map((_, i) => `.plot .hue${i}{--hue:var(--hue${i})}`),
].join('');

/** The picture as a file of its own, readable on light and dark ground. */
export const plotFile = (plot: Plot): string =>
  plotSvg(plot).replace('>', ` xmlns="http://www.w3.org/2000/svg"><style>${plotStyle}</style>`);

/** The picture as an element of a document that holds {@link plotStyle}. */
export function plotSvg(plot: Plot): string {
  const layout = plotLayout(plot, room);
  return [
    `<svg class="plot" viewBox="0 0 ${room.width} ${room.height}" font-family="sans-serif" font-size="12" role="img" aria-label="${escapeText(plot.title)}">`,
    `<rect class="ground" width="${room.width}" height="${room.height}"/>`,
    `<text x="${room.left}" y="20" font-weight="bold">${escapeText(plot.title)}</text>`,
    axes(plot, layout),
    ...layout.series.map(drawSeries),
    ...layout.series.map(legend),
    '</svg>',
  ].join('\n');
}

function axes({ x, y }: Plot, { across, up }: PlotLayout): string {
  return [
    ...across.map(
      ({ at, text }) => `<text x="${at}" y="${bottom + 16}" text-anchor="middle">${escapeText(text)}</text>`,
    ),
    ...up.map(
      ({ at, text }) =>
        `<line class="rule" x1="${room.left}" x2="${right}" y1="${at}" y2="${at}"/><text x="${room.left - 6}" y="${at + 4}" text-anchor="end">${escapeText(text)}</text>`,
    ),
    `<text x="${right}" y="${room.height - 8}" text-anchor="end">${escapeText(x)}</text>`,
    `<text x="8" y="${room.top - 4}" font-size="11">${escapeText(y)}</text>`,
  ].join('\n');
}

function drawSeries({ kind, points, hue }: PlacedSeries): string {
  if (kind === 'line') return `<polyline class="hue${hue}" points="${points.map(String).join(' ')}"/>`;
  const dots = points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.5"/>`);
  return `<g class="dots hue${hue}">${dots.join('')}</g>`;
}

function legend({ label, kind, hue }: PlacedSeries, index: number): string {
  const y = room.top + 10 + index * 16;
  const x = right + 20;
  const mark =
    kind === 'line'
      ? `<line class="line hue${hue}" x1="${x}" x2="${x + 18}" y1="${y}" y2="${y}"/>`
      : `<circle class="dots hue${hue}" cx="${x + 9}" cy="${y}" r="3.5"/>`;
  return `${mark}<text x="${x + 24}" y="${y + 4}">${escapeText(label)}</text>`;
}
