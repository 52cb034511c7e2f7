import type { Topic } from '@tickway/protocol';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a topic is kept, and how finely. */
export interface Retention {
  /** As it was recorded, ms. */
  readonly rawMs: number;
  /** Then, for topics of delivery `latest` only: changes merged to one frame a window, ms, until so old, ms. */
  readonly thinned?: { readonly everyMs: number; readonly keepMs: number };
}

/** What a store forgets, and when. */
export interface RetentionPlan {
  readonly topics: Readonly<Record<string, Retention>>;
  /** For a topic not named above. */
  readonly others: Retention;
  /** Bars of one second, ms; bars of one minute are kept for good. */
  readonly secondBarsMs: number;
  /** Size over which the oldest goes before its time, bytes. */
  readonly mostBytes: number;
}

/**
 * What fits on a small machine's disk: all of New York's vehicles and the world's flights raw for two hours, then a fix every
 * 30 s for a week; ticks for a day; no more than 2 GiB whatever the feeds do.
 */
export const defaultRetention: RetentionPlan = {
  topics: {
    positions: { rawMs: 2 * HOUR, thinned: { everyMs: 30_000, keepMs: 7 * DAY } },
    flights: { rawMs: 2 * HOUR, thinned: { everyMs: 30_000, keepMs: 7 * DAY } },
    quotes: { rawMs: DAY, thinned: { everyMs: 30_000, keepMs: 7 * DAY } },
    trades: { rawMs: DAY },
  },
  others: { rawMs: 7 * DAY },
  secondBarsMs: 7 * DAY,
  mostBytes: 2 * 1024 ** 3,
};

/** The plan for one topic. */
export const retentionOf = (plan: RetentionPlan, topic: Topic): Retention =>
  plan.topics[topic] ?? plan.others;

/** How long anything of a topic is kept, ms. */
export const keepMs = ({ rawMs, thinned }: Retention): number => thinned?.keepMs ?? rawMs;
