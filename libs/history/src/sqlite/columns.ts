import type { SQLOutputValue } from 'node:sqlite';

/** A row of an answer, as the driver gives it. */
export type Columns = Readonly<Record<string, SQLOutputValue>>;

/** A column that holds a number. */
export function numberIn(row: Columns | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value === 'number') return value;
  throw new TypeError(`${column} holds no number`);
}

/** A column that holds bytes. */
export function bytesIn(row: Columns | undefined, column: string): Uint8Array {
  const value = row?.[column];
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`${column} holds no bytes`);
}

/** A column that holds text; undefined for NULL. */
export function textIn(row: Columns | undefined, column: string): string | undefined {
  const value = row?.[column];
  return typeof value === 'string' ? value : undefined;
}
