/** Points of one kind in a plot. */
export interface Series {
  readonly label: string;
  /** A predicted line, or measured dots. */
  readonly kind: 'line' | 'dots';
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Series of one group have one colour: a prediction and what was measured of it. @default a group of its own */
  readonly group?: string;
}

/** How axes grow. */
export const plotScales = ['linear', 'logarithmic', 'half-logarithmic'] as const;

/** One of {@link plotScales}. */
export type PlotScale = (typeof plotScales)[number];

/** A picture of predictions and measurements. */
export interface Plot {
  readonly name: string;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** Of both axes, or of the upright one alone. @default 'linear' */
  readonly scale?: PlotScale;
  /** What x = 0, 1, 2 … stands for, where it is no quantity: each is a row then, and y runs across. */
  readonly names?: readonly string[];
  readonly series: readonly Series[];
}
