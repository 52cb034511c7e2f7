import type { Clock } from '@tickway/gateway';
import type { OutsideSource } from './outside-source';

/** When a source says something, and how much at once. */
export interface SourcePlan {
  /** Distances between sayings, ms. */
  readonly gaps: Iterator<number, never>;
  /** Updates each time. */
  readonly count: number;
}

/**
 * Lets a source speak by its plan until it is stopped. The times are kept on average: a late timer does not slow it. Returns
 * what stops it.
 */
export function runSource(source: OutsideSource, plan: SourcePlan, clock: Clock): () => void {
  let due = clock.now();
  let cancel: () => void = () => undefined;
  const wait = () => {
    due += plan.gaps.next().value;
    cancel = clock.after(Math.max(0, due - clock.now()), speak);
  };
  const speak = () => {
    source.publish(plan.count, Math.floor(clock.now())).catch((error: unknown) => {
      source.fault = error instanceof Error ? error.message : String(error);
    });
    wait();
  };
  wait();
  return () => cancel();
}
