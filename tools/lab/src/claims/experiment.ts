import type { ExperimentText, Finding } from '@tickway/report';
import type { Clock } from '@tickway/gateway';

// An experiment's own file needs no other import for what it says.
export type { ClaimVerdict, Finding } from '@tickway/report';

/** What an experiment is given. */
export interface ExperimentRim {
  readonly seed: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** What every duration is multiplied with: 1 for the record, less for trying out. */
  readonly scale: number;
  readonly progress: (what: string, share: number) => void;
}

/** One of several parts of an experiment, one after the other. */
export interface Part {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** The rim of a part: how far it is, is told as how far the whole is. */
export const partOf = (rim: ExperimentRim, { index, count }: Part): ExperimentRim => ({
  ...rim,
  progress: (what, share) => rim.progress(what, (index + share) / count),
});

/** One experiment: what is claimed, what the arithmetic predicts, how it is measured, and the doing of it. */
export interface Experiment extends ExperimentText {
  run(rim: ExperimentRim): Promise<Finding>;
}
