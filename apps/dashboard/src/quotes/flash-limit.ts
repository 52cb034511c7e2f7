/** Tells whether a cell may flash now; a yes counts. */
export type FlashLimit = (cell: object, now: number) => boolean;

/**
 * At most `perSecond` flashes in any second for each cell (WCAG 2.3.1 allows three). Flashes are kept a
 * full share of the second apart, so even a second cut anywhere holds no more.
 *
 * @param perSecond - flashes a second, default 3
 */
export function flashLimit(perSecond = 3): FlashLimit {
  const shareMs = 1000 / perSecond;
  const flashedAt = new WeakMap<object, number>();
  return (cell, now) => {
    const before = flashedAt.get(cell);
    if (before !== undefined && now - before < shareMs) return false;
    flashedAt.set(cell, now);
    return true;
  };
}
