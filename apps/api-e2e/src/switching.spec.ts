import { connect } from '@tickway/client';
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

it(`loses nothing and repeats nothing over ${SWITCHES} live switches among the five, under load`, async () => {
  const names = choices(SEED);
  const first = names.next().value;
  const connection = connect({
    url: server.url,
    transport: first,
    subscriptions: load.map((topic) => ({ topic })),
    every: [trades],
    pollingIntervalMs: 100,
    longPollWaitMs: 2_000,
  });
  const followed = new Followed(connection, trades);
  const met = new Map<TransportName, number>();
  try {
    await followed.until(() => followed.live, 'to be live');
    for (let number = 1; number <= SWITCHES; number++) {
      const name = names.next().value;
      met.set(name, (met.get(name) ?? 0) + 1);
      connection.switchTo(name);
      await followed.until(
        () => followed.counts.switches >= number && followed.live && followed.status?.transport === name,
        `switch ${number}, to ${name} (seed ${SEED})`,
      );
    }
    const last = ids(followed.frames).at(-1) ?? 0;
    await followed.until(() => (ids(followed.frames).at(-1) ?? 0) > last, 'trades after the last switch');
  } finally {
    connection.close();
    followed.stop();
  }

  expect([...met.keys()].sort()).toEqual([...transportNames].sort());
  // The checker that trusts nobody: trades are numbered at their source, so each number must come exactly once, in order.
  const seen = ids(followed.frames);
  const [from = 0] = seen;
  expect(seen).toEqual(Array.from(seen, (_, index) => from + index));
  expect(seen.length).toBeGreaterThan(100);
  expect(followed.counts).toMatchObject({ missing: 0, double: 0, gaps: 0, switches: SWITCHES });
}, 300_000);

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
