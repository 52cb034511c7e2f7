const two = (value: number) => `${value}`.padStart(2, '0');

/** The time of the day of an epoch ms to the millisecond, on this machine's clock, as a trace writes it: `14:03:07.052`. */
export function clockTime(at: number): string {
  const date = new Date(at);
  const seconds = `${two(date.getSeconds())}.${`${date.getMilliseconds()}`.padStart(3, '0')}`;
  return `${two(date.getHours())}:${two(date.getMinutes())}:${seconds}`;
}
