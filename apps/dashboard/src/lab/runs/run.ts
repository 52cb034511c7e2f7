import type { StampedeAsked } from '../stampede/stampede-asked';
import type { loadBody } from './load-asked';

/** What the server's lab can be asked to do, as its API takes it. */
export type RunAsked =
  | ReturnType<typeof loadBody>
  | ({ readonly kind: 'stampede' } & StampedeAsked)
  | { readonly kind: 'experiment'; readonly name: string; readonly seed?: number; readonly quick?: boolean };

/** The kinds of runs. */
export const runKinds = ['load', 'experiment', 'stampede'] as const;

/** What can become of a run. */
export const runStates = ['running', 'done', 'failed', 'cancelled'] as const;

/** A run of the server's lab. */
export interface Run {
  readonly id: string;
  readonly kind: (typeof runKinds)[number];
  /** The name of the experiment, when it is one. */
  readonly experiment?: string;
  readonly state: (typeof runStates)[number];
  /** What it does now, in the lab's words. */
  readonly what: string;
  /** How far it is, 0 to 1. */
  readonly share: number;
  /** It was told to end before its time, and is doing so. */
  readonly ending?: boolean;
  /** Epoch ms, server clock. */
  readonly startedAt: number;
  readonly endedAt?: number;
  /** What does the same at the command line. */
  readonly command: string;
  /** Why it failed. */
  readonly why?: string;
  /** What the lab answered, unread. */
  readonly result?: unknown;
}
