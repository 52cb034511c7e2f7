const FIRST_MS = 2_000;
const STEP_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the attempt after `failures` failures in a row (from 1), ms: anything from nothing
 * to a ceiling that doubles up to 30 s. "Full jitter", as the sum of many clients' waits is then flat; the
 * first is up to 2 s although steps begin at 0.5 s, as all clients of a server that died make it at once.
 */
export function retryDelayMs(failures: number, random: () => number): number {
  const ceiling = Math.max(FIRST_MS, STEP_MS * 2 ** Math.min(failures, 10));
  return random() * Math.min(LONGEST_MS, ceiling);
}
