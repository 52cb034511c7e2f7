/** Undoes what has not happened yet; harmless afterwards. */
export type Cancel = () => void;

/** Time and what is to happen later: the machine's at the rim, virtual in specs. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Does `act` once, `ms` from now. */
  after(ms: number, act: () => void): Cancel;
}
