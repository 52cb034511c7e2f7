import type { Status } from '@tickway/client';
import type { Topic, TransportName } from '@tickway/protocol';
import type { ConnectionUse } from './http-connections';
import type { Spread } from './histogram';
import type { LaneTotals } from './lane-totals';
import type { RaceClock } from './race-clock';
import type { WireTotals } from './wire-books';

/** The delays of one topic in one lane; absent before the first update. */
export interface TopicFigures {
  readonly latency?: Spread;
  readonly age?: Spread;
  /** When the latest sample was taken, epoch ms, server clock. */
  readonly lastAt: number;
}

/** One lane, read at one moment. */
export interface LaneFigures {
  readonly transport: TransportName;
  readonly status: Status;
  readonly totals: LaneTotals;
  /** Whether the payload came deflated: then its bytes here are not those on the wire. @default false */
  readonly deflated?: boolean;
  /** Of polling: answers that told nothing. */
  readonly heartbeats: number;
  readonly topics: ReadonlyMap<Topic, TopicFigures>;
  /** From the server's books; absent before two readings of `/stats`. */
  readonly wire?: WireTotals;
  /** From the browser's timing of requests; absent for sockets and before the first request has finished. */
  readonly connections?: ConnectionUse;
}

/** Whether a race is on. `hidden`: paused by itself, as nobody sees the page. */
export type RaceState = 'idle' | 'running' | 'paused' | 'hidden';

/** A race, read at one moment. */
export interface RaceFigures {
  /** When the race began, epoch ms, this machine's clock; absent before it did. */
  readonly startedAt?: number;
  /** How long it has run, pauses left out, ms. */
  readonly elapsedMs: number;
  /** When this was read, epoch ms, server clock. */
  readonly readAt: number;
  /** How long no lane has got anything while the race runs, ms. */
  readonly silentMs: number;
  readonly clock?: RaceClock;
  readonly lanes: readonly LaneFigures[];
  /** Version of the server's Node; absent before the first reading of `/stats`. */
  readonly node?: string;
  /** Why the server's books could not be read. */
  readonly statsFailed?: string;
}
