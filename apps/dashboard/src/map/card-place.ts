interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between a vehicle and its card, CSS px. */
const GAP = 16;
const EDGE = 8;

/** Where a card stands beside the point it tells about: right of it, or left where there is no room; never over an edge. */
export function cardPlace(
  { x, y }: { readonly x: number; readonly y: number },
  card: Size,
  ground: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>,
): string {
  const right = x + GAP + card.width + EDGE <= ground.clientWidth;
  const left = right ? x + GAP : x - GAP - card.width;
  const inside = (value: number, most: number) => Math.max(EDGE, Math.min(value, most - EDGE));
  const px = inside(left, ground.clientWidth - card.width);
  const py = inside(y - card.height / 2, ground.clientHeight - card.height);
  return `translate(${Math.round(px)}px, ${Math.round(py)}px)`;
}
