/** A logarithmic scale; what is below its beginning (0 too) lies on its beginning. */
export interface LogScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** Where `value` lies on the scale, 0 to 1. */
export function shareOn({ from, to }: LogScale, value: number): number {
  const within = Math.min(to, Math.max(from, value));
  return Math.log(within / from) / Math.log(to / from);
}
