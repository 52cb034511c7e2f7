/** One execution. */
export interface Trade {
  /** Dollars a share. */
  readonly price: number;
  /** Shares. */
  readonly size: number;
  /** What the one did who came to trade at a standing quote. */
  readonly side: 'buy' | 'sell';
  /** Running number over the whole topic, from 1: what comes after `n` is `n + 1`. */
  readonly id: number;
}
