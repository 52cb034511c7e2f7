import type { MeasureName } from './measures';

/** Where claims come from: the chapters of texts on the subject. */
export const claimSections = [
  'polling',
  'long-polling',
  'streaming',
  'summary',
  'websocket',
  'handshake',
  'gateway',
  'uses',
] as const;

/** One of {@link claimSections}. */
export type ClaimSection = (typeof claimSections)[number];

/** What can become of a claim. */
export const verdicts = ['true', 'partly', 'false', 'unsettled'] as const;

/** One of {@link verdicts}. */
export type Verdict = (typeof verdicts)[number];

/** A statement about transports, and what becomes of it; its words are in each language's texts. */
export interface Claim {
  /** From 1. */
  readonly number: number;
  readonly section: ClaimSection;
  readonly verdict: Verdict;
  /** Where a standard says so: its name and section. */
  readonly sources: readonly string[];
  /** What the race measures of it; `text`: only a standard settles it; `elsewhere`: not measured in this page. */
  readonly measure: MeasureName | 'text' | 'elsewhere';
}

/** A claim in one language. */
export interface ClaimTexts {
  /** What is claimed. */
  readonly claim: string;
  /** What would show whether it is so. */
  readonly decides: string;
  /** Why the verdict is what it is. */
  readonly reason: string;
}
