import { tradeOf, type Execution, type Trade } from '@tickway/market';
import type { Row } from '@tickway/protocol';

/** What bars are made of, and its place among what was told of its symbol. */
export interface Told extends Execution {
  /** It is the `revision`-th that was told of its symbol in this epoch. */
  readonly revision: number;
  /** When it happened, epoch ms, source clock. */
  readonly at: number;
}

/** A trade; what comes after the symbol's `n`-th is its `n + 1`-th. */
export interface ToldTrade extends Trade, Told {}

/** Reads a row of `trades`; `undefined` when it is not a trade. */
export function toldTrade({ fields, revision, at }: Row): ToldTrade | undefined {
  const trade = tradeOf(fields);
  return trade && { ...trade, revision, at };
}

/** Reads an index's value from a row of `quotes`, as an execution of no shares; `undefined` when the row tells none. */
export function toldLevel({ fields: { last }, revision, at }: Row): Told | undefined {
  return typeof last === 'number' ? { price: last, size: 0, revision, at } : undefined;
}

/** Whether what was told is a trade. */
export const isTrade = (told: Told): told is ToldTrade => 'side' in told;
