import type { connect, Connection, Counts, MeterSnapshot, Status } from '@tickway/client';
import { parseTopic, type Received, type TransportName } from '@tickway/protocol';
import { Subscription } from 'rxjs';
import type { Levers } from '../levers/levers';
import { LaneBooks } from './lane-books';
import { addTotals, noTotals, totalsOf, type LaneTotals } from './lane-totals';

/** What a lane is made of. */
export interface LaneOptions {
  readonly transport: TransportName;
  readonly connect: typeof connect;
  /** Hears of every frame, as it comes. */
  readonly onFrame: (frame: Received, lane: Lane) => void;
  /** Sets something to work beside the connection, which ends with it. */
  readonly beside?: (connection: Connection) => Subscription;
}

const NO_COUNTS: Counts = { missing: 0, double: 0, gaps: 0, switches: 0, reconnects: 0 };

/** One transport in the race: a connection of its own while it runs, and books that outlast pauses. */
export class Lane {
  readonly transport: TransportName;
  readonly books = new LaneBooks();
  status: Status;
  private connection: Connection | undefined;
  private open = new Subscription();
  private counts = NO_COUNTS;
  private before = noTotals;

  constructor(private readonly options: LaneOptions) {
    this.transport = options.transport;
    this.status = { transport: options.transport, state: 'closed' };
  }

  /** Connects to `url`, the origin of the server or of a gateway before it. */
  start({ topics, pollingIntervalMs, longPollWaitMs, ...wire }: Levers, url: string): void {
    const { codec, compress, keepAlive, coalescingMs } = wire;
    const { transport, connect, onFrame, beside } = this.options;
    this.counts = NO_COUNTS;
    const connection = connect({
      ...{ url, transport, pollingIntervalMs, longPollWaitMs, keepAlive },
      form: { codec, compress },
      subscriptions: topics.map((topic) => ({ topic })),
      every: topics.filter((topic) => topic === TRADES),
    });
    // Those who poll collect in their own pauses: it is nothing to them.
    if (coalescingMs > 0) connection.limit({ windowMs: coalescingMs });
    this.connection = connection;
    this.open = new Subscription(() => connection.close());
    this.open.add(connection.frames.subscribe((frame) => onFrame(frame, this)));
    this.open.add(connection.status.subscribe((status) => (this.status = status)));
    this.open.add(connection.counts.subscribe((counts) => (this.counts = counts)));
    this.open.add(beside?.(connection));
  }

  /** Closes the connection; the books stay. */
  pause(): void {
    this.before = this.totals();
    this.open.unsubscribe();
    this.connection = undefined;
    this.status = { transport: this.transport, state: 'closed' };
  }

  /** Empties the books; to be called while paused. */
  clear(): void {
    this.books.clear();
    this.before = noTotals;
  }

  /** What was done since the books were last emptied. */
  totals(): LaneTotals {
    const snapshot = this.meter();
    return snapshot ? addTotals(this.before, totalsOf(snapshot, this.counts)) : this.before;
  }

  /** The connection's meter; undefined while there is no connection. */
  meter(): MeterSnapshot | undefined {
    return this.connection?.meter.snapshot();
  }
}

const TRADES = parseTopic('trades');
