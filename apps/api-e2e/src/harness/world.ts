import { connect, type Connection, type ConnectOptions } from '@tickway/client';
import {
  parseTopic,
  type Cursor,
  type Subscription,
  type Topic,
  type TransportName,
} from '@tickway/protocol';
import type { Line } from '../lines/line';
import { ways } from '../lines/ways';
import { isOf } from './frame-kind';
import { Ingest, type Told } from './ingest';
import { Relay } from './relay';
import type { Server } from './server';
import type { TopicPool } from './topic-pool';

/** What one test has in its hands: one transport, the server, topics of its own, and all ends tied up afterwards. */
export class World {
  private readonly lines: Line[] = [];
  private readonly endings: (() => unknown)[] = [];
  private readonly ingest: Ingest;

  constructor(
    readonly transport: TransportName,
    readonly server: Server,
    private readonly pool: TopicPool,
  ) {
    this.ingest = new Ingest(server.url);
  }

  /** A topic of delivery `latest` that nobody else uses; it has places (`lat`, `lon`). */
  latest(): Topic {
    return parseTopic(this.pool.next('latest'));
  }

  /** A topic of delivery `every` that nobody else uses. */
  every(): Topic {
    return parseTopic(this.pool.next('every'));
  }

  async publish(topic: Topic, ...updates: readonly Told[]): Promise<void> {
    await this.ingest.publish(topic, updates);
  }

  /** Opens this transport, as the protocol alone says. */
  open(subscriptions: readonly Subscription[], url = this.server.url): Line {
    const line = ways[this.transport](url, subscriptions);
    this.lines.push(line);
    return line;
  }

  /** Where a topic is. */
  async cursorOf(topic: Topic): Promise<Cursor> {
    const { receiver, close } = this.open([{ topic }]);
    const { cursor } = await receiver.next(isOf('snapshot', topic), 'a snapshot');
    close();
    return cursor;
  }

  /** Opens this transport with the SDK. */
  connect(options: Partial<ConnectOptions> & Pick<ConnectOptions, 'subscriptions'>): Connection {
    const connection = connect({ url: this.server.url, transport: this.transport, ...options });
    this.endings.push(() => connection.close());
    return connection;
  }

  /** A wire to the server that can be cut and stalled. */
  async relay(): Promise<Relay> {
    const relay = await Relay.to(this.server.port);
    this.endings.push(() => relay.close());
    return relay;
  }

  /** Has `ending` called when the test is over. */
  afterwards(ending: () => unknown): void {
    this.endings.push(ending);
  }

  /** Closes all, and sees to it that no frame broke the order of its topic. */
  async end(): Promise<void> {
    for (const line of this.lines) line.close();
    for (const ending of this.endings) await ending();
    expect(this.lines.flatMap(({ receiver }) => receiver.faults)).toEqual([]);
  }
}
