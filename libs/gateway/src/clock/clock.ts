/** Undoes what has not happened yet; harmless afterwards. */
export type Cancel = () => void;

/** Time and what is to happen later: the machine's at the rim, virtual in specs. */
export interface Clock {
  /** Distance of the moments at which an act can come, ms: it comes so much late, or half of it early; 0: when it is due. */
  readonly stepMs: number;
  /** Epoch ms. */
  now(): number;
  /** Does `act` once, `ms` from now. */
  after(ms: number, act: () => void): Cancel;
}
