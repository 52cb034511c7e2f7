import type { Connection, Counts, MeterSnapshot, Status } from '@tickway/client';
import {
  parseKey,
  parseTopic,
  type Fields,
  type Received,
  type Subscription,
  type TransportName,
} from '@tickway/protocol';
import { BehaviorSubject, Subject } from 'rxjs';

/** A connection that a spec speaks through: implements the SDK's seam, notes what is asked of it. */
export interface FakeConnection extends Connection {
  readonly frames: Subject<Received>;
  readonly status: BehaviorSubject<Status>;
  readonly counts: BehaviorSubject<Counts>;
  /** Every wish, the first one included, as topics joined by commas, with the keys or cells wanted of each: `quotes[A B]`. */
  readonly wishes: string[];
  readonly switched: TransportName[];
  closed: boolean;
  /** Says a snapshot of a topic: fields by key. */
  snapshot(topic: string, rows: Readonly<Record<string, Fields>>): void;
  /** Says that fields of a topic changed, by key, and which keys ended or left the filter. */
  delta(topic: string, rows: Readonly<Record<string, Fields>>, removals?: readonly string[]): void;
}

const nothing: MeterSnapshot = {
  readAt: 0,
  bytes: { received: 0, sent: 0 },
  ...{ requests: 0, frames: 0, rows: 0, merged: 0 },
};

function wished({ topic, filter }: Subscription): string {
  if (!filter) return topic;
  return `${topic}[${('keys' in filter ? filter.keys : filter.cells).join(' ')}]`;
}

export function fakeConnection(): FakeConnection {
  const wishes: string[] = [];
  const switched: TransportName[] = [];
  const frames = new Subject<Received>();
  const status = new BehaviorSubject<Status>({ transport: 'websocket', state: 'live' });
  return {
    frames,
    status,
    wishes,
    switched,
    closed: false,
    counts: new BehaviorSubject<Counts>({ missing: 0, double: 0, gaps: 0, switches: 0, reconnects: 0 }),
    meter: { snapshot: () => nothing },
    subscribe: (wish: readonly Subscription[]) => void wishes.push(wish.map(wished).join()),
    limit: () => undefined,
    pollEvery: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    switchTo(transport) {
      switched.push(transport);
      status.next({ transport, state: 'live' });
    },
    close() {
      this.closed = true;
    },
    snapshot: (topic, rows) => frames.next({ type: 'snapshot', ...tellingOf(topic, rows) }),
    delta: (topic, rows, removals = []) =>
      frames.next({
        type: 'delta',
        from: { epoch: 'e', offset: 0 },
        removals: removals.map(parseKey),
        ...tellingOf(topic, rows),
      }),
  };
}

const tellingOf = (topic: string, rows: Readonly<Record<string, Fields>>) => ({
  topic: parseTopic(topic),
  cursor: { epoch: 'e', offset: Object.keys(rows).length },
  ...{ committedAt: 0, writtenAt: 0 },
  rows: Object.entries(rows).map(([key, fields]) => ({
    ...{ key: parseKey(key), fields },
    ...{ revision: 1, committedAt: 0, at: 0 },
  })),
});
