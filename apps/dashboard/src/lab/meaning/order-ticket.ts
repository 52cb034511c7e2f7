import type { Quote } from '@tickway/market';

/** Which way an order goes. */
export type OrderSide = 'buy' | 'sell';

/** An order that takes the best price there is. */
export interface Order {
  readonly side: OrderSide;
  /** Shares. */
  readonly quantity: number;
}

/** Won a dollar with which errors are shown in won: fixed, so that two races can be compared; not today's rate. */
export const WON_PER_DOLLAR = 1_400;

/** The price the order would be given, dollars a share: buyers pay the ask, sellers get the bid. Undefined for an index. */
export const priceOf = ({ bid, ask }: Quote, side: OrderSide): number | undefined =>
  side === 'buy' ? ask : bid;

/** An order by what one quote says, beside the newest quote. */
export interface Ticket {
  /** Dollars a share. */
  readonly price: number;
  /** Dollars in all. */
  readonly total: number;
  /** By how much the viewer is deceived, dollars: above zero the order turns out worse than shown. */
  readonly error: number;
  /** The same in won at {@link WON_PER_DOLLAR}. */
  readonly errorWon: number;
}

/** Prices `order` at `shown`, while it would be carried out at `newest`; both dollars a share. */
export function ticket({ side, quantity }: Order, shown: number, newest: number): Ticket {
  const worse = side === 'buy' ? newest - shown : shown - newest;
  const error = tidy(worse * quantity);
  return { price: shown, total: tidy(shown * quantity), error, errorWon: tidy(error * WON_PER_DOLLAR) };
}

/** Drops what binary fractions add. */
const tidy = (amount: number): number => Math.round(amount * 1e6) / 1e6 + 0;
