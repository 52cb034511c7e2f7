import type { Percentiles } from './percentiles';

/** One reading of a connection's meter. */
export interface MeterSnapshot {
  /** When it was read, epoch ms, this machine's clock. */
  readonly readAt: number;
  /** From the hub's commit to arrival here, each row, ms, clock offset applied; absent before the first. */
  readonly latency?: Percentiles;
  /** From the source to arrival here, each row, ms, clock offset applied; absent before the first. */
  readonly age?: Percentiles;
  /** Bytes of payload since the connection was made, inflated if they came deflated; not headers or framing, which the server counts. */
  readonly bytes: { readonly received: number; readonly sent: number };
  /** HTTP requests and socket handshakes since the connection was made. */
  readonly requests: number;
  /** Frames since the connection was made. */
  readonly frames: number;
  /** Rows since the connection was made. */
  readonly rows: number;
  /** Updates that were merged into those rows on the way (`latest` topics) since the connection was made. */
  readonly merged: number;
  /** What is to be added to this machine's clock to get the server's, ms; absent before the first estimate. */
  readonly clockOffsetMs?: number;
  /** Most by which `clockOffsetMs` can be wrong: half of the best round trip, ms. */
  readonly clockErrorMs?: number;
}

/** What a connection has cost and how fresh it is. */
export interface Meter {
  snapshot(): MeterSnapshot;
}
