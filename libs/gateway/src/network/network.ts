/** What lies between a viewer and the server: a line with its limits, and a proxy with its faults. */
export interface Network {
  /** There and back, ms. */
  readonly rttMs: number;
  /** Most by which one direction is longer now and then, uniform, ms. */
  readonly jitterMs: number;
  /** Share of TCP segments lost, 0 to 1. */
  readonly loss: number;
  /** Of each direction; absent: unlimited. */
  readonly kbitPerSecond?: number;
  /** The proxy holds an answer back until it is whole or fills its buffer, as nginx does by default. */
  readonly buffering: boolean;
  /** The proxy does not pass `Upgrade` on, as nginx does not by default. */
  readonly stripUpgrade: boolean;
  /** Whatever upgraded is answered by its 101 and then by silence. */
  readonly silent: boolean;
  /** The proxy cuts a connection on which nothing was said for this long, ms. */
  readonly idleCutMs?: number;
}

/** A line that does nothing. */
export const clearNetwork: Network = {
  rttMs: 0,
  jitterMs: 0,
  loss: 0,
  buffering: false,
  stripUpgrade: false,
  silent: false,
};
