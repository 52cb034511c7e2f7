import { claimsOf, type ClaimVerdict, type Measurement, type Verdict as Measured } from '@tickway/report';
import type { Claim, Verdict } from './claim';

/** A measurement, and whether it is the record that came with the server or was made on this one. */
export interface KnownMeasurement extends Measurement {
  readonly from: 'record' | 'here';
}

/** What one measurement says of a claim. */
export interface Evidence {
  readonly measurement: KnownMeasurement;
  readonly verdicts: readonly ClaimVerdict[];
}

/** What became of a claim, and what that stands on. */
export interface Standing {
  readonly verdict: Verdict;
  /** `measured`: on {@link evidence}; `text`: on a standard; `none`: on nothing yet. */
  readonly basis: 'measured' | 'text' | 'none';
  readonly evidence: readonly Evidence[];
}

/** What becomes of a claim: by measurements where there are any, else by the text of a standard where that settles it. */
export function standingOf(claim: Claim, measurements: readonly KnownMeasurement[]): Standing {
  const evidence = measurements
    .map((measurement) => ({
      measurement,
      verdicts: measurement.finding.verdicts.filter((one) => claimsOf(one).includes(claim.id)),
    }))
    .filter(({ verdicts }) => verdicts.length > 0);
  if (evidence.length > 0) {
    const verdict = together(evidence.flatMap(({ verdicts }) => verdicts.map((one) => one.verdict)));
    return { verdict, basis: 'measured', evidence };
  }
  if (claim.byText) return { verdict: claim.byText, basis: 'text', evidence };
  return { verdict: 'unsettled', basis: 'none', evidence };
}

/** Several verdicts on one claim are one only if they agree; what was not settled says nothing beside what was. */
function together(all: readonly Measured[]): Verdict {
  const settled = new Set(all.filter((one) => one !== 'not settled'));
  const [only, ...others] = settled;
  if (only === undefined) return 'unsettled';
  return others.length === 0 ? only : 'partly';
}
