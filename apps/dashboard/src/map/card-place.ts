interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

type Ground = Pick<HTMLElement, 'clientWidth' | 'clientHeight'>;

/** Between a vehicle and its card, and between a card and the map's edge, CSS px. */
const [GAP, EDGE] = [16, 8];

/**
 * Where a card stands so that it covers neither the vehicle that it tells about nor an edge: right of it, else left of it, and
 * on a narrow map below or above.
 */
export function cardPlace(point: Point, card: Size, ground: Ground): string {
  const { x, y } = beside(point, card, ground);
  const px = within(x, ground.clientWidth - card.width);
  const py = within(y, ground.clientHeight - card.height);
  return `translate(${Math.round(px)}px, ${Math.round(py)}px)`;
}

function beside({ x, y }: Point, { width, height }: Size, { clientWidth, clientHeight }: Ground): Point {
  if (x + GAP + width + EDGE <= clientWidth) return { x: x + GAP, y: y - height / 2 };
  if (x - GAP - width >= EDGE) return { x: x - GAP - width, y: y - height / 2 };
  const below = y + GAP + height + EDGE <= clientHeight;
  return { x: x - width / 2, y: below ? y + GAP : y - GAP - height };
}

const within = (value: number, most: number) => Math.max(EDGE, Math.min(value, most - EDGE));
