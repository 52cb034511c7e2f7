import type { OutsideSource } from '../source/outside-source';
import type { Bench } from './bench';

/** What the server spent in a while, and what it took from a source. */
export interface Spent {
  /** Of all its threads, ms. */
  readonly cpuMs: number;
  readonly ms: number;
  /** Updates. */
  readonly accepted: number;
}

/** What the server spends while `passing` goes on, and what it takes from the source, if there is one. */
export async function spend(
  bench: Bench,
  passing: () => Promise<unknown>,
  source?: OutsideSource,
): Promise<Spent> {
  const accepted = () => source?.accepted ?? 0;
  const { target } = bench.server;
  const [before, taken] = [await target.stats(), accepted()];
  await passing();
  const [after, takenThen] = [await target.stats(), accepted()];
  return { cpuMs: after.cpuMs - before.cpuMs, ms: after.now - before.now, accepted: takenThen - taken };
}
