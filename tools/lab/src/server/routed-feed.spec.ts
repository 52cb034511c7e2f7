import { connect } from '@tickway/client';
import { fineClock, parseRoute, RoutingGateway } from '@tickway/gateway';
import { Hub, memoryEngine } from '@tickway/hub';
import { parseKey, parseTopic, transportNames, type Topic, type TransportName } from '@tickway/protocol';
import { openRim, putFeedInFront } from '@tickway/transports';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { filter, firstValueFrom } from 'rxjs';

const topics = ['left', 'right'].map(parseTopic);

/** A server in this process with one topic. It need not speak Socket.IO: the gateway does. */
async function serve(topic: Topic) {
  const clock = { now: () => Date.now() };
  const hub = new Hub({
    engine: memoryEngine({ clock, epoch: topic }),
    topics: [{ topic, delivery: 'every' }],
  });
  const server = createServer();
  const onFault = (error: unknown) => {
    throw error;
  };
  const rim = openRim({ hub, clock, random: () => 0.5, settings: {}, onFault });
  putFeedInFront(server, rim);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let n = 0;
  return {
    route: `${topic}=http://127.0.0.1:${port}`,
    /** Says the next number. */
    count: () => hub.publish(topic, [{ key: parseKey('A'), fields: { n: ++n }, at: clock.now() }]),
    /** Ends every connection without a word. */
    cut: () => rim.connections.destroy(),
    stop: () => {
      server.close();
      server.closeAllConnections();
      rim.connections.destroy();
    },
  };
}

/** What the SDK gives through the gateway, number by number. */
function follow(url: string, transport: TransportName) {
  const numbers = new Map<string, number[]>(topics.map((topic) => [topic, []]));
  const connection = connect({
    ...{ url, transport, every: topics, pollingIntervalMs: 20, longPollWaitMs: 1_000 },
    subscriptions: topics.map((topic) => ({ topic })),
  });
  let counts = {};
  connection.counts.subscribe((now) => (counts = now));
  connection.frames.subscribe((frame) => {
    if (frame.type !== 'delta' && frame.type !== 'snapshot') return;
    for (const { fields } of frame.rows) numbers.get(frame.topic)?.push(Number(fields.n));
  });
  /** Waits until both have come to `last`. */
  const until = (last: number) => {
    const there = () => topics.every((topic) => numbers.get(topic)?.at(-1) === last);
    return there() ? undefined : firstValueFrom(connection.frames.pipe(filter(there)));
  };
  return { connection, until, numbers, counts: () => counts };
}

describe('two servers behind one address, routed by topics', () => {
  let servers: Awaited<ReturnType<typeof serve>>[];
  let gateway: RoutingGateway;

  beforeEach(async () => {
    servers = await Promise.all(topics.map(serve));
    const routes = servers.map(({ route }) => parseRoute(route));
    gateway = await RoutingGateway.open({ routes, clock: fineClock, random: () => 0 });
  });

  afterEach(() => {
    gateway.close();
    for (const server of servers) server.stop();
  });

  it.each(transportNames)(
    'give the SDK all of both by %s, also when one ends in the middle',
    async (name) => {
      const { port } = gateway.address;
      for (const server of servers) await server.count();
      const { connection, until, numbers, counts } = follow(`http://127.0.0.1:${port}`, name);
      try {
        await until(1);
        for (let n = 2; n <= 10; n++) await Promise.all(servers.map((server) => server.count()));
        await until(10);
        servers[1]?.cut();
        for (let n = 11; n <= 20; n++) await Promise.all(servers.map((server) => server.count()));
        await until(20);
      } finally {
        connection.close();
      }
      const all = Array.from({ length: 20 }, (_, i) => i + 1);
      expect([...numbers.values()]).toEqual([all, all]);
      expect(counts()).toMatchObject({ missing: 0, double: 0, gaps: 0 });
    },
  );
});
