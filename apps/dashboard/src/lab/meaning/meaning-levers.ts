import type { Order, OrderSide } from './order-ticket';

/** Errors in metres that still count as right. */
export const metreTolerances = [10, 25, 50, 100] as const;
/** Errors in dollars a share that still count as right. */
export const dollarTolerances = [0, 0.01, 0.05] as const;
/** Shares that can be ordered at once. */
export const quantities = [1, 100, 1_000, 10_000] as const;

/** What the view of meaning follows and how it judges; all of it stands in the address. */
export interface MeaningLevers extends Order {
  /** The vehicle that is followed; absent: one that moves. */
  readonly vehicle?: string;
  /** The company whose share is ordered; absent: the first. */
  readonly symbol?: string;
  readonly metres: number;
  /** Dollars a share. */
  readonly dollars: number;
}

/** Reads them from an address; what is missing or cannot be had is as by default. */
export function meaningIn(query: { get(name: string): string | null }): MeaningLevers {
  const [vehicle, symbol] = [query.get('vehicle'), query.get('symbol')];
  const side: OrderSide = query.get('side') === 'sell' ? 'sell' : 'buy';
  return {
    ...(vehicle !== null && { vehicle }),
    ...(symbol !== null && { symbol }),
    side,
    quantity: oneOf(quantities, query.get('shares')) ?? 100,
    metres: oneOf(metreTolerances, query.get('metres')) ?? 25,
    dollars: oneOf(dollarTolerances, query.get('dollars')) ?? 0.01,
  };
}

const oneOf = (values: readonly number[], text: string | null): number | undefined =>
  values.find((value) => `${value}` === text);
