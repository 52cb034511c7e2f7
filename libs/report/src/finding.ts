import type { Plot } from './plot';

/** What measuring says of a claim. */
export const verdictNames = ['true', 'partly', 'false', 'not settled'] as const;

/** One of {@link verdictNames}. */
export type Verdict = (typeof verdictNames)[number];

/** A table of a finding: what is in its columns, and the cells as they are printed. */
export interface FindingTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The verdict on one claim, with the numbers that carry it. */
export interface ClaimVerdict {
  /** Begins with the numbers of the claims that it settles: `4, 9: …`, `d-2: …`; with `ours:` for what only we claim. */
  readonly claim: string;
  readonly verdict: Verdict;
  readonly because: string;
  /** `because` in Korean. */
  readonly becauseKo: string;
}

/** What came of an experiment. */
export interface Finding {
  readonly verdicts: readonly ClaimVerdict[];
  readonly tables: readonly FindingTable[];
  readonly plots: readonly Plot[];
  /** Every figure, as numbers. */
  readonly raw: unknown;
}
