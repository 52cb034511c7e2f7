import type { Clock } from '@tickway/gateway';
import type { Plot } from './plot';

/** What measuring says of a claim. */
export type Verdict = 'true' | 'partly' | 'false' | 'not settled';

/** A table of a finding: what is in its columns, and the cells as they are printed. */
export interface FindingTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What came of an experiment. */
export interface Finding {
  readonly verdicts: readonly ClaimVerdict[];
  readonly tables: readonly FindingTable[];
  readonly plots: readonly Plot[];
  /** Every figure, as numbers. */
  readonly raw: unknown;
}

/** The verdict on one claim, with the numbers that carry it. */
export interface ClaimVerdict {
  readonly claim: string;
  readonly verdict: Verdict;
  readonly because: string;
}

/** What an experiment is given. */
export interface ExperimentRim {
  readonly seed: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** What every duration is multiplied with: 1 for the record, less for trying out. */
  readonly scale: number;
  readonly progress: (what: string, share: number) => void;
}

/** One experiment: what is claimed, what the arithmetic predicts, how it is measured. */
export interface Experiment {
  readonly name: string;
  readonly title: string;
  readonly claims: readonly string[];
  readonly prediction: string;
  readonly method: string;
  run(rim: ExperimentRim): Promise<Finding>;
}
