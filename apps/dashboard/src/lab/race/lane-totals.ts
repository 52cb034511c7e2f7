import type { Counts, MeterSnapshot } from '@tickway/client';

/** What a lane has done since the race began, pauses left out. */
export interface LaneTotals {
  readonly rows: number;
  /** Updates merged into those rows on the way. */
  readonly merged: number;
  readonly frames: number;
  /** HTTP requests and handshakes. */
  readonly requests: number;
  /** Bytes of payload text as the SDK counts them: no headers, no framing. */
  readonly received: number;
  /** The same upwards: queries and messages. */
  readonly sent: number;
  readonly missing: number;
  readonly double: number;
  readonly gaps: number;
  readonly reconnects: number;
}

export const noTotals: LaneTotals = {
  ...{ rows: 0, merged: 0, frames: 0, requests: 0, received: 0, sent: 0 },
  ...{ missing: 0, double: 0, gaps: 0, reconnects: 0 },
};

/** What one connection has done since it was made. */
export const totalsOf = (
  { rows, merged, frames, requests, bytes }: MeterSnapshot,
  { missing, double, gaps, reconnects }: Counts,
): LaneTotals => ({ ...{ rows, merged, frames, requests, missing, double, gaps, reconnects }, ...bytes });

export const addTotals = (a: LaneTotals, b: LaneTotals): LaneTotals => ({
  rows: a.rows + b.rows,
  merged: a.merged + b.merged,
  frames: a.frames + b.frames,
  requests: a.requests + b.requests,
  received: a.received + b.received,
  sent: a.sent + b.sent,
  missing: a.missing + b.missing,
  double: a.double + b.double,
  gaps: a.gaps + b.gaps,
  reconnects: a.reconnects + b.reconnects,
});
