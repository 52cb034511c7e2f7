/** The stretches of time a chart can show, ms. */
export const windows = [30_000, 120_000, 600_000, 3_600_000] as const;

/** One of {@link windows}. */
export type WindowMs = (typeof windows)[number];

/** How many stretches a window is drawn in: about two for each px of a phone, one for each of a broad chart. */
export const STRETCHES = 600;
