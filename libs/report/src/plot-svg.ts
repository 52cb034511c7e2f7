import { escapeText } from './escape-text';
import type { Plot } from './plot';
import { plotHeight, plotLayout, type PlacedSeries, type PlotLayout, type PlotRoom } from './plot-layout';

const margins = { left: 64, right: 240, top: 36, bottom: 44 } as const;
const WIDTH = 820;
const HEIGHT = 360;
const right = WIDTH - margins.right;

const roomOf = (plot: Plot): PlotRoom => ({
  ...{ ...margins, width: WIDTH, height: plotHeight(plot, margins, HEIGHT) },
});

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
  const room = roomOf(plot);
  const layout = plotLayout(plot, room);
  return [
    `<svg class="plot" viewBox="0 0 ${WIDTH} ${room.height}" font-family="sans-serif" font-size="12" role="img" aria-label="${escapeText(plot.title)}">`,
    `<rect class="ground" width="${WIDTH}" height="${room.height}"/>`,
    `<text x="${margins.left}" y="20" font-weight="bold">${escapeText(plot.title)}</text>`,
    axes(layout, room),
    ...layout.series.map(drawSeries),
    ...layout.series.map(legend),
    '</svg>',
  ].join('\n');
}

function axes({ across, up, upIs, titles }: PlotLayout, { height }: PlotRoom): string {
  const word = (at: number, text: string) =>
    upIs === 'rows'
      ? `<text x="${margins.left}" y="${at - 8}">${escapeText(text)}</text>`
      : `<text x="${margins.left - 6}" y="${at + 4}" text-anchor="end">${escapeText(text)}</text>`;
  return [
    ...across.map(
      ({ at, text }) =>
        `<text x="${at}" y="${height - margins.bottom + 16}" text-anchor="middle">${escapeText(text)}</text>`,
    ),
    ...up.map(
      ({ at, text }) =>
        `<line class="rule" x1="${margins.left}" x2="${right}" y1="${at}" y2="${at}"/>${word(at, text)}`,
    ),
    `<text x="${right}" y="${height - 8}" text-anchor="end">${escapeText(titles.across)}</text>`,
    `<text x="8" y="${margins.top - 4}" font-size="11">${escapeText(titles.up)}</text>`,
  ].join('\n');
}

/** More dots than this lie so close that they must be small. */
const MANY = 60;

function drawSeries({ kind, points, hue }: PlacedSeries): string {
  switch (kind) {
    case 'line':
      return `<polyline class="hue${hue}" points="${points.map(String).join(' ')}"/>`;
    case 'marks':
      return `<path class="line hue${hue}" d="${points.map(([x, y]) => `M${x} ${y - 7}v14`).join('')}"/>`;
    case 'dots':
      return `<g class="dots hue${hue}">${points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${points.length > MANY ? 1.8 : 3.5}"/>`).join('')}</g>`;
  }
}

function legend({ label, kind, hue }: PlacedSeries, index: number): string {
  const y = margins.top + 10 + index * 16;
  const x = right + 20;
  const marks = {
    line: `<line class="line hue${hue}" x1="${x}" x2="${x + 18}" y1="${y}" y2="${y}"/>`,
    marks: `<path class="line hue${hue}" d="M${x + 9} ${y - 6}v12"/>`,
    dots: `<circle class="dots hue${hue}" cx="${x + 9}" cy="${y}" r="3.5"/>`,
  };
  return `${marks[kind]}<text x="${x + 24}" y="${y + 4}">${escapeText(label)}</text>`;
}
