const { exp, sqrt } = Math;

/** The reversed J of a trading day: wild after the open, calm at noon, livelier into the close. */
const shape = (phase: number) => 0.75 + 1.6 * exp(-14 * phase) + 0.8 * exp(-16 * (1 - phase));

const POINTS = 10_000;
const rootMeanSquare = sqrt(
  Array.from({ length: POINTS }, (_, i) => shape((i + 0.5) / POINTS) ** 2).reduce((sum, x) => sum + x, 0) /
    POINTS,
);

/**
 * By what the volatility of this phase of the session, in [0, 1), is multiplied; its mean square is 1.
 *
 * @see Admati & Pfleiderer 1988, "A theory of intraday patterns"
 */
export const season = (phase: number): number => shape(phase) / rootMeanSquare;
