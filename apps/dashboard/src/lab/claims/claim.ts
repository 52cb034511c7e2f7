import type { MeasureName } from './measures';

/** Where claims come from: the chapters of texts on the subject, and numbers that were published. */
export const claimSections = [
  'polling',
  'long-polling',
  'streaming',
  'summary',
  'websocket',
  'handshake',
  'gateway',
  'uses',
  'numbers',
] as const;

/** One of {@link claimSections}. */
export type ClaimSection = (typeof claimSections)[number];

/** What can become of a claim. */
export const verdicts = ['true', 'partly', 'false', 'unsettled'] as const;

/** One of {@link verdicts}. */
export type Verdict = (typeof verdicts)[number];

/** A statement about transports; its words are in each language's texts, its verdict comes from measurements or from a standard. */
export interface Claim {
  /** `1`, or `d-1` for a published number. */
  readonly id: string;
  readonly section: ClaimSection;
  /** Where a standard or a publication says something of it: its name and section. */
  readonly sources: readonly string[];
  /** What the standard's text makes of it, where a text can settle it; a measurement goes before it. */
  readonly byText?: Exclude<Verdict, 'unsettled'>;
  /** What the race in this page measures of it. */
  readonly inRace?: MeasureName;
}

/** A claim in one language. */
export interface ClaimTexts {
  /** What is claimed. */
  readonly claim: string;
  /** What would show whether it is so. */
  readonly decides: string;
  /** Why the verdict is what it is; of a published number, what arithmetic says of it. */
  readonly reason: string;
}
