/** How a slider goes from its least to its most. */
export interface LeverScale {
  /** Least and most that the slider reaches, above 0. */
  readonly from: number;
  readonly to: number;
  /** What one end of it stands for: nothing at its left, or without a limit at its right. */
  readonly end: 'nothing' | 'unlimited';
}

/** Steps of a slider's way. */
export const STEPS = 200;

/** The value where a slider stands, logarithmic, in two digits; undefined: unlimited. */
export function valueAt({ from, to, end }: LeverScale, step: number): number | undefined {
  if (end === 'nothing' && step <= 0) return 0;
  if (end === 'unlimited' && step >= STEPS) return undefined;
  const share = end === 'nothing' ? (step - 1) / (STEPS - 1) : step / (STEPS - 1);
  return Number((from * (to / from) ** share).toPrecision(2));
}

/** Where a slider stands for a value; at its end for what is beyond it. */
export function stepOf({ from, to, end }: LeverScale, value: number | undefined): number {
  if (value === undefined) return STEPS;
  if (end === 'nothing' && value <= 0) return 0;
  const share = Math.log(Math.min(to, Math.max(from, value)) / from) / Math.log(to / from);
  return Math.round(share * (STEPS - 1)) + (end === 'nothing' ? 1 : 0);
}
