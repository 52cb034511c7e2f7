import { connect, type Connection } from '@tickway/client';
import { parseTopic, transportNames, type Received, type TransportName } from '@tickway/protocol';
import { Followed } from './harness/followed';
import { Server } from './harness/server';

const SWITCHES = 200;
const SEED = 20_260_922;
const trades = parseTopic('trades');
const load = [trades, parseTopic('quotes'), parseTopic('positions')];

let server: Server;

beforeAll(async () => {
  server = await Server.start();
});

afterAll(() => server.stop());

/** What a walk among the transports has in its hands. */
interface Route {
  readonly connection: Connection;
  readonly followed: Followed;
  next(): TransportName;
}

/** Follows the load while `walk` switches, and tells what came. */
async function follow(seed: number, walk: (route: Route) => Promise<void>) {
  const names = choices(seed);
  const connection = connect({
    url: server.url,
    transport: names.next().value,
    subscriptions: load.map((topic) => ({ topic })),
    every: [trades],
    pollingIntervalMs: 100,
    longPollWaitMs: 2_000,
  });
  const followed = new Followed(connection, trades);
  try {
    await followed.until(() => followed.live, 'to be live');
    await walk({ connection, followed, next: () => names.next().value });
    const last = ids(followed.frames).at(-1) ?? 0;
    await followed.until(() => (ids(followed.frames).at(-1) ?? 0) > last, 'trades after the last switch');
  } finally {
    connection.close();
    followed.stop();
  }
  return { seen: ids(followed.frames), counts: followed.counts };
}

/** The checker that trusts nobody: trades are numbered at their source, so each number must come exactly once, in order. */
function expectEachOnce(seen: readonly number[]): void {
  const [from = 0] = seen;
  expect(seen).toEqual(Array.from(seen, (_, index) => from + index));
  expect(seen.length).toBeGreaterThan(20);
}

describe(`${SWITCHES} live switches among the five, under load`, () => {
  it(`lose nothing and repeat nothing (seed ${SEED})`, async () => {
    const met = new Set<TransportName>();
    const { seen, counts } = await follow(SEED, async ({ connection, followed, next }) => {
      for (let number = 1; number <= SWITCHES; number++) {
        const name = next();
        met.add(name);
        connection.switchTo(name);
        await followed.until(
          () => followed.counts.switches >= number && followed.live && followed.status?.transport === name,
          `switch ${number}, to ${name}`,
        );
      }
    });
    expect([...met].sort()).toEqual([...transportNames].sort());
    expectEachOnce(seen);
    expect(counts).toMatchObject({ missing: 0, double: 0, gaps: 0, switches: SWITCHES });
  }, 300_000);

  it(`lose nothing and repeat nothing when they do not wait for one another (seed ${SEED + 1})`, async () => {
    const { seen, counts } = await follow(SEED + 1, async ({ connection, followed, next }) => {
      let name = next();
      for (let number = 1; number <= SWITCHES; number++) {
        name = next();
        connection.switchTo(name);
        // Now at once, now after a frame or two: in the middle of a handshake, or of the first frames.
        const frames = followed.frames.length + (number % 3);
        await followed.until(() => followed.frames.length >= frames, 'a frame');
      }
      await followed.until(
        () => followed.live && followed.status?.transport === name,
        `to be live on ${name}`,
      );
    });
    expectEachOnce(seen);
    expect(counts).toMatchObject({ missing: 0, double: 0, gaps: 0 });
  }, 300_000);
});

/** The ids of the trades in the frames after the first snapshot, in the order of arrival. */
const ids = (frames: readonly Received[]): readonly number[] =>
  frames.flatMap((frame) =>
    frame.type === 'delta' && frame.topic === trades ? frame.rows.map(({ fields }) => Number(fields.id)) : [],
  );

/** An endless seeded walk among the five (mulberry32), never to where it is. */
function* choices(seed: number): Generator<TransportName, never> {
  let state = seed;
  let present: TransportName = 'socket.io';
  for (;;) {
    yield present;
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const others: readonly TransportName[] = transportNames.filter((name) => name !== present);
    present = others[((mixed ^ (mixed >>> 14)) >>> 0) % others.length] ?? present;
  }
}
