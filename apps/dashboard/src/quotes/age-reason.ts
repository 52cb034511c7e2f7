import type { TradingState } from '@tickway/market';
import type { Health } from '../live/health';

/** Age from which a value counts as old and says why, ms. */
export const OLD_MS = 1500;

/** Latency of the link from which it is what makes values old, ms. */
const SLOW_MS = 1000;

/** Why a value is old; the strongest cause when there are several. */
export type AgeReason =
  'cut' | 'silent' | 'halted' | 'auction' | 'closed' | 'unseen' | 'slow' | 'merged' | 'quiet';

/** What is known of a value and of the way it came. */
export interface Circumstances {
  readonly ageMs: number;
  readonly health: Health;
  readonly state: TradingState;
  /** Whether the row is asked for now, so that the next value would come. */
  readonly asked: boolean;
  /** From the hub's commit to arrival here, half of the rows, ms. */
  readonly latencyMs: number | undefined;
  /** How many updates came merged into the last one. */
  readonly merged: number;
}

/** Why the value is as old as it is; `undefined` while it is fresh on a connection that lives. */
export function ageReason(about: Circumstances): AgeReason | undefined {
  const link = linkReason(about.health);
  if (link) return link;
  if (about.ageMs < OLD_MS) return undefined;
  if (about.state !== 'open') return about.state;
  if (!about.asked) return 'unseen';
  if ((about.latencyMs ?? 0) >= SLOW_MS) return 'slow';
  return about.merged > 0 ? 'merged' : 'quiet';
}

function linkReason(health: Health): 'cut' | 'silent' | undefined {
  if (health === 'live') return undefined;
  return health === 'silent' ? 'silent' : 'cut';
}
