/** How far a vehicle has gone on since its shown position, m: speed in m/s, age in ms (LAB d-13). */
export const positionError = (speed: number, ageMs: number): number => (speed * ageMs) / 1_000;

/**
 * How wrong a price of that age is in the mean, in the price's unit: E|Δp| = σ√(2τ/π) for a random walk with deviation
 * `sigma` per √s.
 */
export const priceError = (sigma: number, ageMs: number): number =>
  sigma * Math.sqrt((2 * ageMs) / 1_000 / Math.PI);

/** A value that held from a time on, ms. */
export interface Held {
  readonly from: number;
  readonly value: number;
}

/** Share of [start, end) in which what was shown lay within `tolerance` of the truth; both in order of time. */
export function fidelity(
  shown: readonly Held[],
  truth: readonly Held[],
  { start, end, tolerance }: { readonly start: number; readonly end: number; readonly tolerance: number },
): number {
  const times = [...new Set([start, end, ...shown.map(from), ...truth.map(from)])]
    .filter((time) => time >= start && time <= end)
    .sort((a, b) => a - b);
  let within = 0;
  for (const [index, time] of times.slice(0, -1).entries()) {
    const [a, b] = [valueAt(shown, time), valueAt(truth, time)];
    const near = a !== undefined && b !== undefined && Math.abs(a - b) <= tolerance;
    if (near) within += (times[index + 1] ?? end) - time;
  }
  return within / (end - start);
}

const from = (held: Held) => held.from;

const valueAt = (held: readonly Held[], time: number): number | undefined =>
  held.findLast((one) => one.from <= time)?.value;
