/** What lies between this page and the server: a line with its limits, and a proxy with its faults. As the lab's API takes it. */
export interface Network {
  /** There and back, ms. */
  readonly rttMs: number;
  /** Most by which one direction takes longer now and then, ms. */
  readonly jitterMs: number;
  /** Share of TCP segments lost, 0 to 0.5. */
  readonly loss: number;
  /** Of each direction; absent: unlimited. */
  readonly kbitPerSecond?: number | undefined;
  /** The proxy holds an answer back until it is whole or fills a buffer. */
  readonly buffering: boolean;
  /** The proxy does not pass `Upgrade` on. */
  readonly stripUpgrade: boolean;
  /** What is upgraded gets its 101 and then hears nothing. */
  readonly silent: boolean;
  /** The proxy cuts a connection on which nothing was said for this long, ms. */
  readonly idleCutMs?: number | undefined;
}

/** A line that does nothing. */
export const clearNetwork: Network = {
  ...{ rttMs: 0, jitterMs: 0, loss: 0 },
  ...{ buffering: false, stripUpgrade: false, silent: false },
};

/** The most that can be asked for. */
export const most = { rttMs: 10_000, jitterMs: 10_000, loss: 0.5, kbitPerSecond: 10_000_000 } as const;

/** How long a proxy that cuts idle connections waits, ms: what nginx, HAProxy and the cloud's balancers have by default. */
export const IDLE_CUT_MS = 60_000;

/** Whether both do the same. */
export const sameNetwork = (a: Network, b: Network): boolean =>
  a.rttMs === b.rttMs &&
  a.jitterMs === b.jitterMs &&
  a.loss === b.loss &&
  a.kbitPerSecond === b.kbitPerSecond &&
  a.buffering === b.buffering &&
  a.stripUpgrade === b.stripUpgrade &&
  a.silent === b.silent &&
  a.idleCutMs === b.idleCutMs;
