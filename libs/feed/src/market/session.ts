/** Seconds of market time in one session: 09:30 to 16:00. The next one follows at once, day and night. */
export const SESSION_SECONDS = 23_400;

/** How far into its session a second of market time is, in [0, 1). */
export const phaseOf = (second: number): number => (second % SESSION_SECONDS) / SESSION_SECONDS;
