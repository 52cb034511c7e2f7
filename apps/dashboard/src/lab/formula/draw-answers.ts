import type { Answer } from '../race/answer-ring';

/** Polling answers over time, beside what is predicted. */
export interface AnswersPicture {
  readonly answers: readonly Answer[];
  readonly predicted: { readonly meanMs: number; readonly maxMs: number };
  readonly names: { readonly mean: string; readonly max: string };
  readonly inks: {
    readonly line: string;
    readonly label: string;
    readonly text: string;
    readonly dot: string;
  };
  readonly font: string;
  /** The time at the right edge, epoch ms. */
  readonly until: number;
  readonly windowMs: number;
  readonly width: number;
  readonly height: number;
  /** Names a time in ms. */
  readonly duration: (ms: number) => string;
}

const [LEFT, RIGHT, TOP, BOTTOM] = [54, 12, 14, 20];

/** Draws each answer's mean as a dot and its maximum as a ring, and the predictions as lines. */
export function drawAnswers(context: CanvasRenderingContext2D, picture: AnswersPicture): void {
  const { width, height, answers, predicted, until, windowMs, font } = picture;
  const most =
    1.25 * Math.max(predicted.maxMs, ...answers.map(({ maxMs }) => Math.min(maxMs, 2 * predicted.maxMs)));
  const x = (at: number) => LEFT + (width - LEFT - RIGHT) * (1 - (until - at) / windowMs);
  const y = (ms: number) => height - BOTTOM - (height - TOP - BOTTOM) * Math.min(1, ms / most);
  context.clearRect(0, 0, width, height);
  context.font = `11px ${font}`;
  drawAxis(context, picture, { most, y });
  drawLine(context, picture, { at: y(predicted.maxMs), name: picture.names.max });
  drawLine(context, picture, { at: y(predicted.meanMs), name: picture.names.mean });
  context.fillStyle = context.strokeStyle = picture.inks.dot;
  context.lineWidth = 1.5;
  for (const { at, meanMs, maxMs } of answers) {
    if (x(at) < LEFT) continue;
    dot(context, x(at), y(meanMs));
    context.fill();
    dot(context, x(at), y(maxMs));
    context.stroke();
  }
}

function dot(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.arc(x, y, 3, 0, 2 * Math.PI);
}

function drawAxis(
  context: CanvasRenderingContext2D,
  { inks, width, height, windowMs, duration }: AnswersPicture,
  { most, y }: { readonly most: number; readonly y: (ms: number) => number },
): void {
  context.strokeStyle = inks.line;
  context.fillStyle = inks.label;
  context.lineWidth = 1;
  context.textAlign = 'right';
  const step = [50, 100, 250, 500, 1_000, 2_500].find((size) => most / size <= 6) ?? 5_000;
  context.beginPath();
  for (let ms = 0; ms <= most; ms += step) {
    context.moveTo(LEFT, Math.round(y(ms)) - 0.5);
    context.lineTo(width - RIGHT, Math.round(y(ms)) - 0.5);
    context.fillText(duration(ms), LEFT - 6, y(ms) + 4);
  }
  context.stroke();
  context.textAlign = 'left';
  context.fillText(`−${duration(windowMs)}`, LEFT, height - 4);
}

function drawLine(
  context: CanvasRenderingContext2D,
  { inks, width }: AnswersPicture,
  { at, name }: { readonly at: number; readonly name: string },
): void {
  context.strokeStyle = context.fillStyle = inks.text;
  context.lineWidth = 1.5;
  context.setLineDash([6, 4]);
  context.beginPath();
  context.moveTo(LEFT, at);
  context.lineTo(width - RIGHT, at);
  context.stroke();
  context.setLineDash([]);
  context.textAlign = 'left';
  context.fillText(name, LEFT + 6, at - 5);
}
