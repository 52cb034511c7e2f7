import { planeAt, type Position } from '@tickway/tracking';

/** One transport's belief. */
export interface Ghost {
  readonly name: string;
  /** Colour, as a canvas takes it. */
  readonly ink: string;
  readonly position: Position;
  /** How far off, metres. */
  readonly error: number;
  readonly label: string;
}

/** When a transport was last behind: for how long and how far off it was. */
export interface Lag {
  readonly name: string;
  readonly ink: string;
  /** Where it believed the vehicle to be meanwhile. */
  readonly position: Position;
  readonly label: string;
}

/** A vehicle as everybody has it. */
export interface GhostsPicture {
  readonly truth: Position;
  /** The last fixes, oldest first. */
  readonly track: readonly Position[];
  readonly ghosts: readonly Ghost[];
  /** Of those who have caught up, when they were behind for long enough to be seen. */
  readonly lags: readonly Lag[];
  /** Metres from the middle to the nearer edge. */
  readonly reach: number;
  readonly inks: {
    readonly line: string;
    readonly label: string;
    readonly text: string;
    readonly ground: string;
  };
  readonly font: string;
  readonly width: number;
  readonly height: number;
  /** Names a distance in metres. */
  readonly distance: (metres: number) => string;
}

type Point = (position: Position) => readonly [x: number, y: number];

/** Draws the newest fix in the middle and each belief where it is: rings, so that those who agree are all seen. */
export function drawGhosts(context: CanvasRenderingContext2D, picture: GhostsPicture): void {
  const { truth, width, height, reach, font } = picture;
  const plane = planeAt(truth);
  const scale = Math.min(width, height) / 2 / reach;
  const point: Point = ({ lat, lon }) => [
    width / 2 + plane.x(lon) * scale,
    height / 2 - plane.y(lat) * scale,
  ];
  context.clearRect(0, 0, width, height);
  context.font = `11px ${font}`;
  drawRings(context, picture, scale);
  drawTrack(context, picture, point);
  for (const [index, lag] of picture.lags.entries()) drawLag(context, { lag, index, point, picture });
  for (const [index, ghost] of picture.ghosts.entries()) drawGhost(context, { ghost, index, point, picture });
  drawTruth(context, picture);
}

function drawRings(context: CanvasRenderingContext2D, picture: GhostsPicture, scale: number): void {
  const { width, height, reach, inks, distance } = picture;
  context.strokeStyle = inks.line;
  context.fillStyle = inks.label;
  context.lineWidth = 1;
  context.textAlign = 'left';
  for (const share of [0.25, 0.5, 0.75]) {
    const radius = reach * share * scale;
    context.beginPath();
    context.arc(width / 2, height / 2, radius, 0, 2 * Math.PI);
    context.stroke();
    context.fillText(distance(reach * share), width / 2 + 4, height / 2 - radius - 3);
  }
}

function drawTrack(context: CanvasRenderingContext2D, { track, inks }: GhostsPicture, point: Point): void {
  context.strokeStyle = context.fillStyle = inks.label;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const position of track) context.lineTo(...point(position));
  context.stroke();
  for (const position of track) {
    context.beginPath();
    context.arc(...point(position), 2.5, 0, 2 * Math.PI);
    context.fill();
  }
}

/** Px by which a ring is wider than the one before. */
const [FIRST_RING, RING_STEP] = [9, 4];

interface GhostPlace {
  readonly ghost: Ghost;
  readonly index: number;
  readonly point: Point;
  readonly picture: GhostsPicture;
}

function drawGhost(context: CanvasRenderingContext2D, { ghost, index, point, picture }: GhostPlace): void {
  const [x, y] = point(ghost.position);
  context.strokeStyle = context.fillStyle = ghost.ink;
  context.lineWidth = 2.25;
  const radius = FIRST_RING + RING_STEP * index;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  if (ghost.error < 0.5) return;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(picture.width / 2, picture.height / 2);
  context.stroke();
  context.setLineDash([]);
  context.font = `600 12px ${picture.font}`;
  context.textAlign = x > picture.width * 0.6 ? 'right' : 'left';
  const beside = context.textAlign === 'right' ? -radius - 6 : radius + 6;
  context.fillText(`${ghost.name}  ${ghost.label}`, x + beside, y + 4 + 15 * (index - 2));
}

interface LagPlace {
  readonly lag: Lag;
  readonly index: number;
  readonly point: Point;
  readonly picture: GhostsPicture;
}

function drawLag(context: CanvasRenderingContext2D, { lag, index, point, picture }: LagPlace): void {
  const [x, y] = point(lag.position);
  context.strokeStyle = context.fillStyle = lag.ink;
  context.lineWidth = 1.5;
  context.setLineDash([3, 3]);
  context.beginPath();
  context.arc(x, y, FIRST_RING + RING_STEP * index, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
  context.textAlign = x > picture.width / 2 ? 'right' : 'left';
  context.font = `11px ${picture.font}`;
  const beside = context.textAlign === 'right' ? -1 : 1;
  context.fillText(`${lag.name}  ${lag.label}`, x + beside * 30, y + 4 + 15 * index);
}

function drawTruth(context: CanvasRenderingContext2D, { truth, width, height, inks }: GhostsPicture): void {
  context.save();
  context.translate(width / 2, height / 2);
  context.rotate((truth.course * Math.PI) / 180);
  context.fillStyle = inks.text;
  context.strokeStyle = inks.ground;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(0, -9);
  context.lineTo(6, 7);
  context.lineTo(0, 3.5);
  context.lineTo(-6, 7);
  context.closePath();
  context.fill();
  context.stroke();
  context.restore();
}
