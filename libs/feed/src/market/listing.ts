import type { Key } from '@tickway/protocol';
import type { Sector } from './sector';

/** The millions of dollars that make a company ordinary. */
const ORDINARY = 45_000;
/** How activity grows with capitalisation: ten times as big is traded twice as much. */
const SCALE = 0.35;
/** Of an ordinarily active company: shares on offer at the best price, in the mean. */
const BEST_SIZE = 300;

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

/** How much it is traded; 1 is ordinary. */
export const activity = (listing: Listing): number => (capitalisation(listing) / ORDINARY) ** SCALE;

/** Shares on offer at its best price, in the mean. */
export const bestSize = (listing: Listing): number => BEST_SIZE * activity(listing);
