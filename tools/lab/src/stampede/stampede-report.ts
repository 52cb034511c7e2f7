import type { Machine } from '@tickway/report';
import type { Spread } from '../ledger/histogram';
import type { StampedeOptions } from './stampede-options';

/** What many viewers did at once, and what it did to the server; means over the repeats unless said otherwise. */
export interface StampedeFigures {
  /** The width of a bin, ms. */
  readonly binMs: number;
  /** Requests of all viewers in each bin after the event. */
  readonly requests: readonly number[];
  /** What the server took to answer a question asked in each bin, ms, the worst of the repeats; `null`: none was answered. */
  readonly delayMs: readonly (number | null)[];
  /** The most requests in one bin. */
  readonly peak: number;
  /** What arithmetic says of it, with the spread; 0 where the event makes no requests. */
  readonly plateau: number;
  /** Until the last request, ms. */
  readonly spikeMs: number;
  /** From the event until a viewer has it, ms; `null` when nobody got it. */
  readonly servedMs: Spread | null;
  /** Viewers who got it, over all repeats, and those who should have. */
  readonly served: number;
  readonly expected: number;
  readonly missing: number;
  readonly doubled: number;
  /** Connections that ended without having been told to, over all repeats. */
  readonly losses: number;
  /** What the server took to answer before the event, ms, the median. */
  readonly calmDelayMs: number | null;
  /** What it took at worst after the event, ms. */
  readonly worstDelayMs: number | null;
  /** Share of the time after the events in which the viewers' event loop was busy. */
  readonly generatorBusy: number;
}

/** A stampede that was made, and where, when and how. */
export interface StampedeReport extends StampedeFigures {
  readonly command: string;
  /** ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly seed: number;
  readonly options: StampedeOptions;
  readonly warnings: readonly string[];
}
