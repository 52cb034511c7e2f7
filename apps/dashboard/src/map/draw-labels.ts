import type { BaseShapes, Label } from './base-shapes';
import type { Canvas } from './draw-base';

/** How names of a rank look, and between which zooms they are written. */
interface Style {
  readonly fromZoom: number;
  readonly toZoom: number;
  /** CSS px. */
  readonly size: number;
  readonly weight: number;
  readonly spaced: boolean;
}

const styles: readonly Style[] = [
  { fromZoom: 9, toZoom: 14, size: 12, weight: 600, spaced: true },
  { fromZoom: 10, toZoom: 15, size: 11, weight: 500, spaced: false },
];
const stationStyle: Style = { fromZoom: 14.5, toZoom: 30, size: 11, weight: 400, spaced: false };

const STATION_DOTS_FROM_ZOOM = 12.5;

/** A written name's box on the canvas, CSS px: left, top, right, bottom. */
type Written = readonly [number, number, number, number];

/** Writes station dots and names, the weightier names first; one that would touch another is left out. */
export function drawLabels({ places, stations }: BaseShapes, canvas: Canvas): void {
  const written: Written[] = [];
  if (canvas.zoom >= STATION_DOTS_FROM_ZOOM) for (const station of stations) dot(station, canvas);
  styles.forEach((style, i) =>
    write(
      places.filter(({ rank }) => rank === i + 1),
      style,
      { canvas, written },
    ),
  );
  write(stations, stationStyle, { canvas, written });
}

interface Page {
  readonly canvas: Canvas;
  readonly written: Written[];
}

function write(labels: readonly Label[], style: Style, { canvas, written }: Page): void {
  if (canvas.zoom < style.fromZoom || canvas.zoom > style.toZoom) return;
  takeStyle(style, canvas);
  for (const label of labels) {
    const text = style.spaced ? label.name.toUpperCase() : label.name;
    const [x, middle] = at(label, canvas);
    // A station's name stands under its dot.
    const y = label.rank === 3 ? middle + 11 : middle;
    const half = canvas.context.measureText(text).width / 2;
    const box: Written = [x - half - 4, y - style.size, x + half + 4, y + style.size];
    if (!inside(box, canvas) || written.some((other) => overlap(box, other))) continue;
    written.push(box);
    writeName(text, [x, y], canvas);
  }
}

function takeStyle({ weight, size, spaced }: Style, { context, palette }: Canvas): void {
  context.font = `${weight} ${size}px ${palette.font}`;
  context.letterSpacing = spaced ? '1.2px' : '0px';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = palette.halo;
  context.fillStyle = palette.label;
}

function writeName(text: string, [x, y]: readonly [number, number], { context }: Canvas): void {
  context.globalAlpha = 0.75;
  context.strokeText(text, x, y);
  context.globalAlpha = 1;
  context.fillText(text, x, y);
}

function dot(station: Label, canvas: Canvas): void {
  const { context, palette } = canvas;
  const [x, y] = at(station, canvas);
  if (x < 0 || y < 0 || x > canvas.width || y > canvas.height) return;
  context.beginPath();
  context.arc(x, y, 2.2, 0, 2 * Math.PI);
  context.fillStyle = palette.land;
  context.strokeStyle = palette.label;
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}

const at = ({ x, y }: Label, { view: { scale, originX, originY } }: Canvas): [number, number] => [
  Math.round(x * scale - originX),
  Math.round(y * scale - originY),
];

const inside = ([left, top, right, bottom]: Written, { width, height }: Canvas) =>
  right > 0 && left < width && bottom > 0 && top < height;

const overlap = (a: Written, b: Written) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
