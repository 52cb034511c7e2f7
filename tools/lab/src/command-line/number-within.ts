/**
 * Reads a number from a command line.
 *
 * @throws Error that names the argument and its bounds
 */
export function numberWithin(name: string, text: string, [from, to]: readonly [number, number]): number {
  const value = /^[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : NaN;
  if (value >= from && value <= to) return value;
  throw new Error(`${name} is a number of ${from} to ${to}, not "${text}"`);
}
