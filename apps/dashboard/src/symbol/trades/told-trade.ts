import { tradeOf, type Trade } from '@tickway/market';
import type { Row } from '@tickway/protocol';

/** A trade and its place among the trades of its symbol. */
export interface ToldTrade extends Trade {
  /** It is the symbol's `revision`-th trade of this epoch: what comes after `n` is `n + 1`. */
  readonly revision: number;
  /** When it happened, epoch ms, source clock. */
  readonly at: number;
}

/** Reads a row of `trades`; `undefined` when it is not a trade. */
export function toldTrade({ fields, revision, at }: Row): ToldTrade | undefined {
  const trade = tradeOf(fields);
  return trade && { ...trade, revision, at };
}
