/** What may be typed into a field of numbers. */
export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  /** What holds when no number was typed; undefined: nothing. */
  readonly otherwise: number | undefined;
}

/** What was typed, or the nearest that can be had; the field then says so. */
export function typedNumber(
  box: HTMLInputElement,
  { least, most, otherwise }: NumberBounds,
): number | undefined {
  const typed = box.valueAsNumber;
  const value = Number.isFinite(typed) ? Math.min(most, Math.max(least, typed)) : otherwise;
  box.value = `${value ?? ''}`;
  return value;
}
