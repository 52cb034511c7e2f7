import type { ErrorCode, TransportName } from '@tickway/protocol';

/** Where a connection is. */
export interface Status {
  /** The transport that carries (or tries to carry) the frames. */
  readonly transport: TransportName;
  /** `waiting`: for the next attempt, at `retryAt`. `closed`: for good, by `close()` or a code that says stay away. */
  readonly state: 'connecting' | 'live' | 'waiting' | 'closed';
  /** The transport that is being switched to, until its first frame. */
  readonly switchingTo?: TransportName;
  /** Why it waits or is closed, or why a switch did not come about. */
  readonly code?: ErrorCode;
  /** When the next attempt is made, epoch ms, this machine's clock. */
  readonly retryAt?: number;
  /** `code` in words. */
  readonly why?: string;
}
