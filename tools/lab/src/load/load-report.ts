import type { Machine } from '@tickway/report';
import type { Spread } from '../ledger/histogram';
import type { ByteSplit } from '../wire/byte-account';
import type { LoadOptions } from './load-options';

/** What one transport did and cost. */
export interface TransportReport {
  readonly viewers: number;
  /** Updates that came in deltas while measured, over all viewers. */
  readonly delivered: number;
  /** Updates proved missing, over all viewers and the whole run: by cursors and by running numbers. */
  readonly missing: number;
  readonly doubled: number;
  /** From the hub's commit to arrival, ms; `null` when nothing came. */
  readonly latencyMs: Spread | null;
  /** From the source to arrival, mean, ms. */
  readonly ageMs: number | null;
  /** Overhead: framing and repeated headers, both ways; handshakes are told apart. */
  readonly bytesPerUpdate: { readonly payload: number; readonly overhead: number } | null;
  /** Of all viewers together. */
  readonly requestsPerSecond: number;
  /** Server CPU beyond what it needs with no viewer at all, µs an update delivered. */
  readonly serverCpuUsPerUpdate: number | null;
  /** Growth of the server's resident memory, bytes a viewer; kernel memory is not in it. */
  readonly bytesOfMemoryPerViewer: number;
  /** Share of the time in which the generator's event loop was busy; near 1 the generator is the bottleneck. */
  readonly generatorBusy: number;
  readonly merged: number;
  readonly frames: number;
  readonly heartbeats: number;
  readonly gaps: number;
  /** Connections that broke, and what could not be understood. */
  readonly losses: number;
  readonly faults: readonly string[];
  /** Viewers that got not one update while others did. */
  readonly silentViewers: number;
  readonly connections: number;
  /** Bytes of both directions while measured. */
  readonly bytes: ByteSplit;
  /** Of the connections' beginnings, bytes a viewer, snapshots included. */
  readonly bytesToStartPerViewer: ByteSplit;
  /** Socket counters minus the account: 0 when every byte is explained. */
  readonly bytesUnexplained: number;
  /** The same bytes as the server counts them. */
  readonly serverBytes: number;
  readonly serverCpuMs: number;
  readonly idleServerCpuMsPerSecond: number;
  readonly serverLoopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Latencies below zero: a sign that two clocks differ. */
  readonly negativeLatencies: number;
  /** How long it was really measured, s. */
  readonly seconds: number;
}

/** A whole run. */
export interface LoadReport {
  readonly command: string;
  /** ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly seed: number;
  readonly options: LoadOptions;
  readonly transports: Readonly<Record<string, TransportReport>>;
  readonly warnings: readonly string[];
}
