/**
 * Reads the server's `/feed/clock`: its time, epoch ms.
 *
 * @throws TypeError for another shape
 */
export function parseClock(value: unknown): number {
  const told = typeof value === 'object' && value !== null && 'now' in value ? value.now : undefined;
  if (typeof told === 'number' && Number.isFinite(told)) return told;
  throw new TypeError('/feed/clock has another shape');
}
