import type { Bar, BarSeries } from '@tickway/market';
import { parseCursor, type Cursor } from '@tickway/protocol';

/** An answer of `GET /history/bars`. */
export interface ToldBars {
  readonly bars: BarSeries;
  /** They hold every trade up to here and none beyond; `undefined`: history knows of no trade. */
  readonly cursor: Cursor | undefined;
  /** How many trades the symbol has had there. */
  readonly revision: number;
}

/** @throws Error when the answer is something else */
export function parseToldBars(answer: unknown): ToldBars {
  if (!isTold(answer)) throw new Error('history answers with something else than bars');
  const { bars, cursor, revision } = answer;
  return { bars, revision, cursor: cursor === null ? undefined : parseCursor(cursor) };
}

const members: readonly (keyof Bar)[] = [
  'start',
  'open',
  'high',
  'low',
  'close',
  'volume',
  'value',
  'trades',
];

const isBar = (value: unknown): value is Bar =>
  typeof value === 'object' &&
  value !== null &&
  members.every((name) => name in value && Number.isFinite(Reflect.get(value, name)));

interface Told {
  readonly bars: readonly Bar[];
  readonly cursor: unknown;
  readonly revision: number;
}

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' &&
  value !== null &&
  'cursor' in value &&
  'revision' in value &&
  Number.isSafeInteger(value.revision) &&
  'bars' in value &&
  Array.isArray(value.bars) &&
  value.bars.every(isBar);
