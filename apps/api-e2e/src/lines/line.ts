import type { Subscription } from '@tickway/protocol';
import type { Receiver } from '../harness/receiver';

/** One viewer's connection over one transport, as PROTOCOL.md alone says it is made. */
export interface Line {
  readonly receiver: Receiver;
  /** States the whole wish anew; topics keep their cursors. */
  subscribe(subscriptions: readonly Subscription[]): void;
  close(): void;
}

/** Opens a line: `url` is the server's origin, or a relay's. */
export type OpenLine = (url: string, subscriptions: readonly Subscription[]) => Line;
