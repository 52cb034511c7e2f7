import type { ClaimVerdict } from './finding';

const numbers = /^((?:d-)?\d+(?:, (?:d-)?\d+)*): /;

/** The numbers of the claims that a verdict settles, as `8` or `d-2`; none where it settles only our own. */
export function claimsOf({ claim }: Pick<ClaimVerdict, 'claim'>): readonly string[] {
  return numbers.exec(claim)?.[1]?.split(', ') ?? [];
}
