import type { RunRequest } from './run-request';

/** A run of the lab's program, as it is told. */
export interface Run {
  readonly id: string;
  readonly kind: RunRequest['kind'];
  readonly asked: RunRequest;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** What it is doing, or did at last. */
  readonly what: string;
  /** How far it is, 0 to 1. */
  readonly share: number;
  /** It was told to end before its time, and is doing so: for some seconds it still runs. */
  readonly ending?: true;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Epoch ms. */
  readonly endedAt?: number;
  /** By which anyone gets the same. */
  readonly command: string;
  /** Why it failed. */
  readonly why?: string;
  /** What the lab's program printed. */
  readonly result?: unknown;
}
