interface Point {
  readonly x: number;
  readonly y: number;
}

/** The vehicle closest to a point of the screen, at most `within` CSS px away. */
export function nearest<Drawn extends Point>(
  drawn: readonly Drawn[],
  point: Point,
  within: number,
): Drawn | undefined {
  let best: Drawn | undefined;
  let least = within;
  for (const one of drawn) {
    const distance = Math.hypot(one.x - point.x, one.y - point.y);
    if (distance > least) continue;
    least = distance;
    best = one;
  }
  return best;
}
