import type { Feed } from '@tickway/feed';
import type { Fields } from '@tickway/protocol';

/** A feed of this server, and what topic `feeds` says of it. */
export interface Source {
  readonly feed: Feed;
  /** `label`, `simulated`, and where they apply `seed`, `timeZone`, `offsetMs`; `now` is epoch ms. */
  about(now: number): Fields;
  /** After how long without a batch it is stale, ms; never when absent. */
  readonly staleMs?: number;
}
