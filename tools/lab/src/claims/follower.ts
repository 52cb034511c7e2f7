import { connect, type Connection, type ConnectOptions, type Counts, type Status } from '@tickway/client';
import type { Address, Clock } from '@tickway/gateway';
import { parseTopic } from '@tickway/protocol';
import { digest } from '../ledger/digest';
import { Ledger } from '../ledger/ledger';
import { Tally } from '../ledger/tally';
import { LAB_TOPIC } from '../source/outside-source';

const topic = parseTopic(LAB_TOPIC);

/** One connection of the SDK, and the lab's own books of what it gave. */
export interface Follower {
  readonly connection: Connection;
  readonly ledger: Ledger;
  readonly tally: Tally;
  counts: Counts;
  status: Status;
}

/** Follows the lab's topic with the SDK, beginning with a WebSocket. */
export function follow(
  { host, port }: Address,
  clock: Clock,
  more: Pick<ConnectOptions, 'pollingIntervalMs'> = {},
): Follower {
  const tally = new Tally();
  tally.measuring = true;
  const ledger = new Ledger([topic], tally);
  const connection = connect({
    url: `http://${host}:${port}`,
    transport: 'websocket',
    subscriptions: [{ topic }],
    every: [topic],
    ...more,
  });
  const follower: Follower = {
    ...{ connection, ledger, tally },
    counts: { missing: 0, double: 0, gaps: 0, switches: 0, reconnects: 0 },
    status: { transport: 'websocket', state: 'connecting' },
  };
  connection.frames.subscribe((frame) => ledger.take(digest(frame), clock.now()));
  connection.counts.subscribe((counts) => (follower.counts = counts));
  connection.status.subscribe((status) => (follower.status = status));
  return follower;
}
