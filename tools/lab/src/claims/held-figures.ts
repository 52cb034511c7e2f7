import type { Spread } from '../ledger/histogram';

/** What was published, of each connection or of each million deliveries. */
export const PUBLISHED = {
  ...{ bytes: 30_000, idleBytes: 27_000, cpuSeconds: 80, p99Ms: 200 },
  /** Of a core, for each idle connection. */
  idleShare: 0.94 / 200_000,
} as const;

/** The server's memory for each connection, and the kernel's for both of its ends, bytes. */
export interface Memory {
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly kernel: { readonly bufferBytes: number; readonly slabBytes: number } | null;
}

/** What a while of speaking came to. */
export interface Phase {
  readonly seconds: number;
  readonly serverCpuMs: number;
  /** What the sources' updates must come to. */
  readonly owed: number;
  readonly delivered: number;
  /** From the hub's commit to arrival, and from the source. */
  readonly latencyMs: Spread;
  readonly ageMs: Spread;
  readonly payloadBytes: number;
  readonly generatorBusy: number;
  readonly reconnects: number;
}

/** All that was measured of very many connections. */
export interface HeldFigures {
  readonly viewers: number;
  readonly wanted: number;
  /** Of a core: with hardly a viewer, and with all of them idle. */
  readonly aloneShare: number;
  readonly idleShare: number;
  readonly connectCpuMs: number;
  readonly idle: Memory;
  readonly after: Memory;
  readonly steady: Phase;
  readonly churned: Phase;
  readonly missing: number;
  readonly doubled: number;
  readonly losses: number;
}

/** CPU-seconds a million deliveries, everything included. */
export const cpuSeconds = ({ serverCpuMs, delivered }: Phase) => (serverCpuMs / 1_000 / delivered) * 1e6;
