/** What of the recording is looked at, epoch ms of the server's clock. */
export interface WireWindow {
  readonly from: number;
  readonly until: number;
}

/** Spans of time that can be looked at, ms. */
export const spans = [500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000] as const;

/** The span next to `span`, `step` further: below zero nearer, above zero wider. */
export function nextSpan(span: number, step: number): number {
  const index = spans.findIndex((one) => one >= span);
  return spans[Math.min(spans.length - 1, Math.max(0, index + step))] ?? span;
}

/** The place in a list, sorted by time, of the first event from `at` on. */
export function firstFrom(events: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
