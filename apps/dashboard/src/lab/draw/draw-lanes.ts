import type { TimeRing } from '../race/time-ring';
import { shareOn, type LogScale } from './log-scale';

/** One lane of a chart. */
export interface DrawnLane {
  readonly name: string;
  /** Colour, as a canvas takes it. */
  readonly ink: string;
  readonly ring: TimeRing;
  /** The share of all in each bar of the distribution, from the scale's beginning to its end; absent: none is drawn. */
  readonly shares?: readonly number[];
  /** A value to compare with, drawn as a dashed line. */
  readonly reference?: number;
}

/** Something that happened, drawn as a line across all lanes. */
export interface DrawnMark {
  /** Epoch ms. */
  readonly at: number;
  readonly label: string;
}

/** Colours and the type of what is not a lane. */
export interface ChartInks {
  readonly line: string;
  readonly label: string;
  readonly text: string;
}

/** What a chart of lanes shows. */
export interface LanesPicture {
  readonly lanes: readonly DrawnLane[];
  readonly scale: LogScale;
  readonly inks: ChartInks;
  /** CSS font family. */
  readonly font: string;
  /** The time at the right edge, epoch ms. */
  readonly until: number;
  readonly windowMs: number;
  /** Names of moments on the axis: how long before the right edge, ms. */
  readonly moments: readonly { readonly agoMs: number; readonly label: string }[];
  readonly marks: readonly DrawnMark[];
  readonly width: number;
  readonly height: number;
}

/** Room for the scale's labels, the axis below, and between a lane and the next, CSS px. */
const [LEFT, BOTTOM, GAP] = [50, 20, 8];
/** Part of the width that the distributions take. */
const SHARES_PART = 0.22;

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Draws every lane over one time axis, and its distribution beside it. */
export function drawLanes(context: CanvasRenderingContext2D, picture: LanesPicture): void {
  const { lanes, width, height, font } = picture;
  context.clearRect(0, 0, width, height);
  context.font = `11px ${font}`;
  const hasShares = lanes.some(({ shares }) => shares !== undefined);
  const sharesWidth = hasShares ? Math.round(width * SHARES_PART) : 0;
  const laneHeight = (height - BOTTOM) / lanes.length;
  for (const [index, lane] of lanes.entries()) {
    const top = index * laneHeight + GAP;
    const frame = { left: LEFT, top, width: width - LEFT - sharesWidth - GAP, height: laneHeight - GAP };
    drawScale(context, picture, frame);
    drawTime(context, { lane, frame, picture });
    drawReference(context, { lane, frame, picture });
    if (lane.shares)
      drawShares(context, {
        lane,
        frame: { ...frame, left: width - sharesWidth + GAP, width: sharesWidth - GAP },
      });
    context.fillStyle = picture.inks.text;
    context.textAlign = 'left';
    context.font = `600 12px ${font}`;
    context.fillText(lane.name, frame.left + 8, top + 13);
    context.font = `11px ${font}`;
  }
  drawMoments(context, picture, width - LEFT - sharesWidth - GAP);
  drawMarks(context, picture, width - LEFT - sharesWidth - GAP);
}

function drawScale(context: CanvasRenderingContext2D, { scale, inks }: LanesPicture, frame: Frame): void {
  context.strokeStyle = inks.line;
  context.fillStyle = inks.label;
  context.textAlign = 'right';
  context.lineWidth = 1;
  context.beginPath();
  // On low lanes only every other line has room for its name.
  const step = frame.height < 16 * scale.ticks.length ? 2 : 1;
  for (const [index, { value, label }] of scale.ticks.entries()) {
    const y = Math.round(frame.top + frame.height * (1 - shareOn(scale, value))) - 0.5;
    context.moveTo(frame.left, y);
    context.lineTo(frame.left + frame.width, y);
    if (index % step === 0)
      context.fillText(label, frame.left - 6, Math.max(frame.top + 8, y + 4 - (index === 0 ? 4 : 0)));
  }
  context.stroke();
}

interface LanePicture {
  readonly lane: DrawnLane;
  readonly frame: Frame;
  readonly picture: LanesPicture;
}

/** From least to most as a bar for each stretch, the mean as a mark on it. */
function drawTime(context: CanvasRenderingContext2D, { lane, frame, picture }: LanePicture): void {
  const { until, windowMs, scale } = picture;
  const from = until - windowMs;
  const barWidth = Math.max(2, (frame.width * lane.ring.stretchMs) / windowMs);
  const y = (value: number) => frame.top + frame.height * (1 - shareOn(scale, value));
  const bars = new Path2D();
  const means = new Path2D();
  lane.ring.visit(from, until, (stretch) => {
    const x = frame.left + (frame.width * (stretch.from - from)) / windowMs;
    if (x < frame.left) return;
    const [low, high] = [y(stretch.min), y(stretch.max)];
    bars.rect(x, high - 1.5, barWidth, Math.max(3, low - high + 1.5));
    means.rect(x, y(stretch.mean) - 1.5, barWidth, 3);
  });
  context.fillStyle = lane.ink;
  context.globalAlpha = 0.42;
  context.fill(bars);
  context.globalAlpha = 1;
  context.fill(means);
}

function drawReference(context: CanvasRenderingContext2D, { lane, frame, picture }: LanePicture): void {
  if (lane.reference === undefined) return;
  const y = Math.round(frame.top + frame.height * (1 - shareOn(picture.scale, lane.reference))) - 0.5;
  context.strokeStyle = picture.inks.text;
  context.lineWidth = 1;
  context.setLineDash([3, 4]);
  context.beginPath();
  context.moveTo(frame.left, y);
  context.lineTo(frame.left + frame.width, y);
  context.stroke();
  context.setLineDash([]);
}

/** A distribution lying on its side, on the same scale as the lane. */
function drawShares(
  context: CanvasRenderingContext2D,
  { lane, frame }: Pick<LanePicture, 'lane' | 'frame'>,
): void {
  const { shares = [], ink } = lane;
  const most = Math.max(...shares, Number.MIN_VALUE);
  const barHeight = frame.height / shares.length;
  context.fillStyle = ink;
  for (const [index, share] of shares.entries()) {
    if (share === 0) continue;
    const top = frame.top + frame.height - (index + 1) * barHeight;
    context.fillRect(
      frame.left,
      top,
      Math.max(1, (frame.width * share) / most),
      Math.max(1, barHeight - 0.5),
    );
  }
}

function drawMoments(
  context: CanvasRenderingContext2D,
  { moments, windowMs, height, inks }: LanesPicture,
  width: number,
): void {
  context.fillStyle = inks.label;
  for (const { agoMs, label } of moments) {
    const share = 1 - agoMs / windowMs;
    context.textAlign = share < 0.05 ? 'left' : share > 0.95 ? 'right' : 'center';
    context.fillText(label, LEFT + width * share, height - 5);
  }
}

/** Lines across all lanes, each named at its foot unless the one before is too near. */
function drawMarks(
  context: CanvasRenderingContext2D,
  { marks, until, windowMs, height, inks }: LanesPicture,
  width: number,
): void {
  context.strokeStyle = inks.label;
  context.fillStyle = inks.text;
  context.textAlign = 'left';
  context.lineWidth = 1;
  let freeFrom = LEFT;
  for (const { at, label } of marks) {
    const x = Math.round(LEFT + width * (1 - (until - at) / windowMs)) + 0.5;
    if (x < LEFT || x > LEFT + width) continue;
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height - BOTTOM);
    context.stroke();
    if (x < freeFrom) continue;
    context.fillText(label, x + 3, height - BOTTOM - 3);
    freeFrom = x + context.measureText(label).width + 8;
  }
}
