import type { Recorded, TopicFrame } from './recorded';

/** A stretch of which not everything was recorded, epoch ms. */
export interface Cut {
  readonly from: number;
  readonly to: number;
}

/** A record, and what a store held when it came. */
export interface Seam {
  readonly recorded: Pick<Recorded, 'at'>;
  readonly frame: Pick<TopicFrame, 'type'>;
  /** Updates merged in it. */
  readonly merged: number;
  /** Time of the record of its topic before it, and of any topic, epoch ms; undefined: there is none. */
  readonly topicAt: number | undefined;
  readonly newest: number | undefined;
}

/** Cuts told, the newest. */
export const MOST_CUTS = 100;

/** Merging over less than this is taking a little later, ms: nobody sees a hole. */
const LEAST_MERGED_MS = 5_000;

/** The cut that a record tells of: a new life of the server, an admitted loss, or updates merged over a long silence. */
export function cutBefore({ recorded, frame, merged, topicAt, newest }: Seam): Cut | undefined {
  if (topicAt === undefined || newest === undefined) return undefined;
  const to = recorded.at;
  // What began anew was recorded until the last record of all: a quiet topic says nothing of its end.
  const from = frame.type === 'snapshot' ? newest : topicAt;
  const whole = frame.type === 'delta' && (merged === 0 || to - from < LEAST_MERGED_MS);
  return whole || to <= from ? undefined : { from, to };
}

/** The cuts with one more, which is the newest: a restart is told topic by topic, and is one. */
export function withCut(cuts: readonly Cut[], cut: Cut): readonly Cut[] {
  const last = cuts.at(-1);
  if (!last || cut.from > last.to) return [...cuts, cut];
  return [...cuts.slice(0, -1), { from: Math.min(last.from, cut.from), to: Math.max(last.to, cut.to) }];
}
