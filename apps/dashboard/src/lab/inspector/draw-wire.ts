import type { ToldEvent, WireLane } from './wire-book';
import type { WireWindow } from './wire-window';

/** An event as it is drawn. */
export interface DrawnEvent {
  readonly event: ToldEvent;
  readonly heartbeat: boolean;
}

/** What the chart of the wire shows. */
export interface WirePicture {
  readonly lanes: readonly { readonly lane: WireLane; readonly name: string; readonly ink: string }[];
  /** Sorted by time; those of the window, and requests from before it that last into it. */
  readonly events: readonly DrawnEvent[];
  readonly selected: number | undefined;
  readonly window: WireWindow;
  /** Moments named below, epoch ms. */
  readonly moments: readonly { readonly at: number; readonly label: string }[];
  readonly inks: Readonly<Record<'line' | 'label' | 'text' | 'focus', string>>;
  /** CSS font family. */
  readonly font: string;
  readonly width: number;
  readonly height: number;
}

/** Room below for the moments, CSS px. */
export const BOTTOM = 18;
/** A message of so many bytes is as high as a lane allows. */
const HIGHEST_BYTES = 200_000;

interface Row {
  readonly ink: string;
  readonly top: number;
  readonly height: number;
  readonly picture: WirePicture;
}

/** The middle of a lane: above it what comes to the viewer, below it what goes to the server. */
const middleOf = ({ top, height }: Row) => Math.round(top + height * 0.66) + 0.5;

export const xOf = ({ window, width }: Pick<WirePicture, 'window' | 'width'>, at: number) =>
  (width * (at - window.from)) / (window.until - window.from);

/** Draws each lane: requests as bands from question to end, messages as bars as high as they are long. */
export function drawWire(context: CanvasRenderingContext2D, picture: WirePicture): void {
  const { lanes, width, height, font, inks } = picture;
  context.clearRect(0, 0, width, height);
  context.font = `11px ${font}`;
  const laneHeight = (height - BOTTOM) / lanes.length;
  drawMoments(context, picture);
  for (const [index, { lane, name, ink }] of lanes.entries()) {
    const row = { ink, top: index * laneHeight, height: laneHeight, picture };
    context.strokeStyle = inks.line;
    context.beginPath();
    context.moveTo(0, middleOf(row));
    context.lineTo(width, middleOf(row));
    context.stroke();
    for (const drawn of picture.events) if (drawn.event.lane === lane) drawEvent(context, row, drawn);
    context.fillStyle = inks.text;
    context.textAlign = 'left';
    context.fillText(name, 4, row.top + 12);
  }
}

function drawEvent(context: CanvasRenderingContext2D, row: Row, drawn: DrawnEvent): void {
  const { event } = drawn;
  const { picture, ink } = row;
  context.fillStyle = ink;
  if (event.kind === 'request') drawExchange(context, row, event);
  const bytes = event.framing + event.payload;
  if (bytes === 0 && event.kind !== 'closed') return;
  const isSelected = picture.selected === event.n;
  context.globalAlpha = drawn.heartbeat ? 0.35 : 0.9;
  if (isSelected) context.fillStyle = picture.inks.focus;
  const x = xOf(picture, event.at);
  const length = lengthOf(row, event);
  const y = event.from === 'viewer' ? middleOf(row) : middleOf(row) - length;
  context.fillRect(x - 1, y, isSelected ? 4 : 2, length);
  context.globalAlpha = 1;
}

/** Waiting light, receiving stronger; a socket's connection stays after its handshake. */
function drawExchange(context: CanvasRenderingContext2D, row: Row, event: ToldEvent): void {
  const { picture } = row;
  const until = event.endedAt ?? picture.window.until;
  const place = (at: number) => Math.min(picture.width, Math.max(0, xOf(picture, at)));
  const [start, answered, end] = [place(event.at), place(event.answeredAt ?? until), place(until)];
  const [y, height] = [middleOf(row) - 4, 8];
  context.globalAlpha = 0.22;
  context.fillRect(start, y, Math.max(1, answered - start), height);
  context.globalAlpha = 0.5;
  context.fillRect(answered, y, end - answered, height);
  context.globalAlpha = 1;
}

/** Logarithmic, as they go from a few bytes to a snapshot of everything. */
function lengthOf(row: Row, { from, framing, payload }: ToldEvent): number {
  const room = from === 'viewer' ? row.height * 0.3 : row.height * 0.62;
  const share = Math.log(1 + framing + payload) / Math.log(HIGHEST_BYTES);
  return Math.max(3, room * Math.min(1, share));
}

function drawMoments(context: CanvasRenderingContext2D, picture: WirePicture): void {
  const { moments, inks, height } = picture;
  context.strokeStyle = inks.line;
  context.fillStyle = inks.label;
  for (const { at, label } of moments) {
    const x = Math.round(xOf(picture, at)) + 0.5;
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height - BOTTOM);
    context.stroke();
    context.textAlign = x < 30 ? 'left' : x > picture.width - 30 ? 'right' : 'center';
    context.fillText(label, x, height - 4);
  }
}
