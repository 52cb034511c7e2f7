import { autoSwitch, connect, type AutoState } from '@tickway/client';
import { clearNetwork, fineClock, Gateway, seeded, type Network } from '@tickway/gateway';
import { parseTopic, type TransportName } from '@tickway/protocol';
import { countAloud } from './harness/count-aloud';
import { Followed } from './harness/followed';
import { Ingest } from './harness/ingest';
import { Server } from './harness/server';

const HEARTBEAT_MS = 4_000;
const REPAIR_MS = 30_000;
const topic = parseTopic('ticks');

let server: Server;
let ingest: Ingest;

beforeAll(async () => {
  server = await Server.start({
    ...Ingest.settings([`${topic}:every`]),
    TICKWAY_HEARTBEAT_MS: String(HEARTBEAT_MS),
    TICKWAY_SYSTEMS: 'lirr',
  });
  ingest = new Ingest(server.url);
});

afterAll(() => server.stop());

/** What a story of auto mode has in its hands. */
interface Route {
  readonly gateway: Gateway;
  readonly followed: Followed;
  /** Waits until it is live on a transport; how long that took, ms. */
  on(transport: TransportName): Promise<number>;
  state(): AutoState | undefined;
}

/** Follows a count in auto mode through a gateway, and checks that each number came once and in order. */
async function follow(network: Partial<Network>, story: (route: Route) => Promise<void>): Promise<void> {
  const gateway = await Gateway.open({
    server: { host: '127.0.0.1', port: server.port },
    clock: fineClock,
    random: seeded(1, 'auto'),
    network: { ...clearNetwork, ...network },
  });
  const stop = countAloud(ingest, topic);
  const connection = connect({
    url: `http://127.0.0.1:${gateway.address.port}`,
    transport: 'websocket',
    subscriptions: [{ topic }],
    every: [topic],
    heartbeatMs: HEARTBEAT_MS,
    longPollWaitMs: 2_000,
  });
  const followed = new Followed(connection, topic);
  const auto = autoSwitch(connection, { heartbeatMs: HEARTBEAT_MS });
  let state: AutoState | undefined;
  auto.state.subscribe((present) => (state = present));
  const on = async (transport: TransportName) => {
    const begin = performance.now();
    await followed.until(
      () => followed.live && followed.status?.transport === transport,
      `to be live on ${transport}; its steps: ${JSON.stringify(state)}`,
    );
    return performance.now() - begin;
  };
  try {
    await story({ gateway, followed, on, state: () => state });
    const last = await stop();
    await followed.until(() => followed.numbers.at(-1) === last, `number ${last}`);
  } finally {
    await stop();
    auto.stop();
    connection.close();
    followed.stop();
    gateway.close();
  }
  const [first = 0] = followed.numbers;
  expect(followed.numbers).toEqual(followed.numbers.map((_, index) => first + index));
  expect(followed.counts).toMatchObject({ missing: 0, double: 0, gaps: 0 });
}

describe('auto mode through a network with faults', () => {
  it('replaces a WebSocket that falls silent within two heartbeats, and is back on it within 30 s of the repair', () =>
    follow({}, async ({ gateway, on, state }) => {
      await on('websocket');
      gateway.network = { ...clearNetwork, silent: true };
      expect(await on('streaming')).toBeLessThan(2 * HEARTBEAT_MS);
      expect(state()?.steps.at(-1)?.reason.type).toBe('silent');
      gateway.network = clearNetwork;
      expect(await on('websocket')).toBeLessThan(REPAIR_MS);
      expect(state()?.steps.at(-1)?.reason.type).toBe('works');
    }));

  it('does not wait for a WebSocket that opens and says nothing', () =>
    follow({ silent: true }, async ({ on, state }) => {
      expect(await on('streaming')).toBeLessThan(HEARTBEAT_MS);
      expect(state()?.steps).toMatchObject([{ from: 'websocket', reason: { type: 'no-first-frame' } }]);
    }));

  it('streams where no upgrade is passed on', () =>
    follow({ stripUpgrade: true }, async ({ on, state }) => {
      await on('streaming');
      expect(state()?.steps).toMatchObject([
        { from: 'websocket', reason: { type: 'refused', code: 'lost' } },
      ]);
    }));

  it('asks by long polls where streams are held back, and streams again when they are not', () =>
    follow({ stripUpgrade: true, buffering: true }, async ({ gateway, on, state }) => {
      await on('long-polling');
      expect(state()?.steps.at(-1)?.from).toBe('streaming');
      gateway.network = { ...clearNetwork, stripUpgrade: true };
      expect(await on('streaming')).toBeLessThan(REPAIR_MS);
    }));

  it('loses nothing when the cable is out for 5 s', () =>
    follow({}, async ({ gateway, followed, on }) => {
      await on('websocket');
      gateway.pull(5_000);
      const before = followed.numbers.length;
      await followed.until(() => followed.numbers.length > before + 100, 'what was said meanwhile');
      await on('websocket');
    }));
});
