import { FeedError, type Subscription, type Topic, type TransportName } from '@tickway/protocol';
import type { SchedulerLike } from 'rxjs';
import type { Connection } from './connection';
import type { Transport } from './transport';

/** What {@link connect} needs to know, and may be told. */
export interface ConnectOptions {
  /** Origin of the server, e.g. `http://127.0.0.1:3000`; in a page `location.origin`. */
  readonly url: string;
  readonly transport: TransportName;
  /** Topics with filters, and cursors of an earlier life if they are to be resumed. */
  readonly subscriptions: readonly Subscription[];
  /** Topics of delivery `every`, whose rows must come without a skip; only the check of {@link Connection.counts} needs it. @default none */
  readonly every?: readonly Topic[];
  /** From one answer to the next question of `polling`, ms. @default 1_000 */
  readonly pollingIntervalMs?: number;
  /** Longest time that `long-polling` asks the server to wait, ms. @default 25_000 */
  readonly longPollWaitMs?: number;
  /** Interval of the server's heartbeats, ms; two of them and 5 s without a frame are a loss. @default 15_000 */
  readonly heartbeatMs?: number;
  /** Longest wait for the first frame of a transport switched to, ms. @default 17_000 (a heartbeat and 2 s) */
  readonly firstFrameMs?: number;
  /** Makes a transport by its name: a fake in tests. @default the five of this library */
  readonly transports?: (name: TransportName) => Transport;
  /** Time. @default rxjs' asyncScheduler */
  readonly scheduler?: SchedulerLike;
  /** A number in [0, 1), for the jitter of retries. @default Math.random */
  readonly random?: () => number;
}

/** Follows topics of a Tickway server until closed: resumes after losses, switches transports live. */
export function connect(options: ConnectOptions): Connection {
  throw new FeedError('internal', `connect is being written (${options.url})`);
}
