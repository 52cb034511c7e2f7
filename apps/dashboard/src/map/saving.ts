/** What is not sent because it is not in view. */
export interface Saving {
  /** Of the vehicles, of 1. */
  readonly share: number;
  /** Estimate. */
  readonly bytesPerSecond: number;
}

/** What a saving is worked out from. */
export interface Flow {
  /** How many vehicles are asked for. */
  readonly held: number;
  /** The most that were held at once since the page opened. */
  readonly most: number;
  /** Rows of positions a second. */
  readonly rowsPerSecond: number;
  /** Of all topics, on average. */
  readonly bytesPerRow: number;
}

/** Less than this is not worth a word. */
const LEAST = 0.02;

/** What the vehicles that are left out would cost, did each send as often as those that are held. */
export function savingOf({ held, most, rowsPerSecond, bytesPerRow }: Flow): Saving | undefined {
  const share = most > 0 ? 1 - held / most : 0;
  if (share < LEAST || held === 0) return undefined;
  return { share, bytesPerSecond: ((most - held) * rowsPerSecond * bytesPerRow) / held };
}
