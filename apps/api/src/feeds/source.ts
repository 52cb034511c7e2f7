import type { Feed } from '@tickway/feed';
import type { Fields } from '@tickway/protocol';

/** A feed of this server, and what topic `feeds` says of it. */
export interface Source {
  readonly feed: Feed;
  /** `label`, `simulated`, `seed`, `timeZone`, `offsetMs`. */
  readonly about: Fields;
}
