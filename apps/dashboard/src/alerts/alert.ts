import { isKey, type Key } from '@tickway/protocol';

/** What a viewer wants to be told of once: a price crossed either way, or a move in per cent from where it was. */
export interface Alert {
  /** Unlike any other's on this device. */
  readonly id: string;
  readonly symbol: Key;
  readonly kind: 'above' | 'below' | 'move';
  /** Dollars; for a move, per cent either way. */
  readonly value: number;
  /** The price a move is counted from, dollars. */
  readonly from: number;
}

/**
 * Whether the last price going from `before` to `now` fulfils the alert. A price that already stood beyond the line does
 * not cross it; a move does not ask how it came about.
 */
export function fulfils({ kind, value, from }: Alert, before: number, now: number): boolean {
  switch (kind) {
    case 'above':
      return before < value && now >= value;
    case 'below':
      return before > value && now <= value;
    case 'move':
      return Math.abs(now - from) >= (value / 100) * from;
  }
}

/** Reads what a device kept; what is no alert is left out. */
export const readAlerts = (kept: unknown): readonly Alert[] =>
  Array.isArray(kept) ? kept.filter(isAlert) : [];

function isAlert(value: unknown): value is Alert {
  if (typeof value !== 'object' || value === null) return false;
  const { id, symbol, kind, value: at, from } = value as Partial<Record<keyof Alert, unknown>>;
  const named = typeof id === 'string' && isKey(symbol);
  return named && ['above', 'below', 'move'].includes(String(kind)) && isAmount(at) && isAmount(from);
}

const isAmount = (value: unknown) => typeof value === 'number' && value > 0 && Number.isFinite(value);
