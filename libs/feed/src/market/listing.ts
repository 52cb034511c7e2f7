import type { Key } from '@tickway/protocol';
import type { Sector } from './sector';

/** One company on the exchange. */
export interface Listing {
  readonly symbol: Key;
  readonly name: string;
  readonly sector: Sector;
  /** Around this price it trades in the long run, cents. */
  readonly price: number;
  /** Shares outstanding, millions. */
  readonly shares: number;
}

/** Its capitalisation at the long-run price, millions of dollars. */
export const capitalisation = ({ price, shares }: Listing): number => (price * shares) / 100;
