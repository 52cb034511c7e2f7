import { parseKey, parseTopic, type TransportName } from '@tickway/protocol';
import { within } from './harness/deadline';
import { isA, isOf } from './harness/frame-kind';
import { Ingest, set } from './harness/ingest';
import { Relay } from './harness/relay';
import { Server } from './harness/server';
import { ways } from './lines/ways';

const SLOW_MS = 400;
const push: readonly TransportName[] = ['socket.io', 'websocket', 'streaming'];

let server: Server;

beforeAll(async () => {
  const topics = push.map((_, index) => `big-${index}`);
  server = await Server.start({ ...Ingest.settings(topics), TICKWAY_SLOW_MS: `${SLOW_MS}` });
});

afterAll(() => server.stop());

it.each(push.map((name, index) => [name, parseTopic(`big-${index}`)] as const))(
  'a reader on %s that takes nothing for too long is cut and the others are not',
  async (name, topic) => {
    const ingest = new Ingest(server.url);
    const relay = await Relay.to(server.port);
    const healthy = ways[name](server.url, [{ topic }]);
    const stalled = ways[name](relay.url, [{ topic }]);
    await healthy.receiver.next(isOf('snapshot', topic), 'a snapshot');
    await stalled.receiver.next(isOf('snapshot', topic), 'a snapshot');
    relay.stall();
    // First more than the kernel's buffers take, then something now and then until the server has had enough.
    const fill = async () => {
      for (let round = 1; (await server.held(name)) > 1; round++) {
        const fields = { round, filling: `${round}-`.padEnd(4_000, 'tickway') };
        await ingest.publish(
          topic,
          Array.from({ length: 200 }, (_, key) => set(`K${key}`, fields)),
        );
      }
    };
    await within(fill(), () => 'the cut');

    relay.mend();
    await within(stalled.receiver.ended, () => 'the end');
    await ingest.publish(topic, [set('LAST', {})]);
    await healthy.receiver.until(() => healthy.receiver.of(topic).state.has(parseKey('LAST')), 'the others');
    expect(healthy.receiver.frames.some(isA('bye'))).toBe(false);
    healthy.close();
    relay.close();
  },
);
