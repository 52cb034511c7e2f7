import type { Address } from '@tickway/gateway';

/** A GET request as a lean client writes it: the headers that must be, and `more`. */
export function request(
  { host, port }: Address,
  target: string,
  more: Readonly<Record<string, string>> = {},
): Buffer {
  const lines = [`GET ${target} HTTP/1.1`, `Host: ${host}:${port}`];
  for (const [name, value] of Object.entries(more)) lines.push(`${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
}
