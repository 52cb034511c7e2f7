import type { Codec, ErrorCode, WireForm } from '@tickway/protocol';
import { setTimeout as pause } from 'node:timers/promises';
import { follow } from '../harness/followed';
import { set } from '../harness/ingest';
import { askInForm } from '../lines/ask-in-form';
import type { World } from '../harness/world';
import type { Behaviour } from './behaviour';

const UPDATES = 20;
/** Much of the same, as quotes are. */
const fields = (n: number) => ({ n, name: 'Acme 한국 🚇', text: `${n} of the same `.repeat(40) });

/** Bytes that the server has written over a world's transport. */
async function written({ server, transport }: World): Promise<number> {
  const answer = await fetch(`${server.url}/stats`);
  const { transports }: { transports?: Record<string, { bytesWritten: number }> } = JSON.parse(
    await answer.text(),
  );
  return transports?.[transport]?.bytesWritten ?? NaN;
}

/** Follows a topic in a form from the first update to the last; returns what that cost the server, bytes. */
async function followIn(world: World, form: Partial<WireForm>): Promise<number> {
  const topic = world.every();
  await world.publish(topic, set('A', { n: 0 }));
  const before = await written(world);
  const connection = world.connect({
    subscriptions: [{ topic }],
    every: [topic],
    pollingIntervalMs: 10,
    form,
  });
  const followed = follow(connection, topic);
  await followed.until(() => followed.live, 'to be live');
  for (let n = 1; n <= UPDATES; n++) await world.publish(topic, set('A', fields(n)));
  await followed.until(() => followed.numbers.includes(UPDATES), 'the last update');
  expect(followed.numbers.slice(-UPDATES)).toEqual(Array.from({ length: UPDATES }, (_, i) => i + 1));
  expect(followed.counts).toEqual({ missing: 0, double: 0, gaps: 0, switches: 0, reconnects: 0 });
  const last = followed.frames.findLast((frame) => frame.type === 'delta');
  expect(last?.rows.at(-1)?.fields).toEqual(fields(UPDATES));
  followed.stop();
  connection.close();
  return (await written(world)) - before;
}

const codecs: readonly Codec[] = ['json', 'msgpack'];

const bad: Readonly<Record<string, readonly [form: string, code: ErrorCode]>> = {
  'a codec that there is not': ['codec=cbor', 'bad_request'],
  'compression by a name': ['compress=gzip', 'bad_request'],
  'compression to a client that cannot read it': ['compress=1', 'unsupported'],
};

export const forms: readonly Behaviour[] = [
  {
    says: 'says the same in MessagePack',
    async check(world) {
      expect(await followIn(world, { codec: 'msgpack' })).toBeGreaterThan(0);
    },
  },
  ...codecs.map((codec) => ({
    says: `says the same in ${codec} deflated, in fewer bytes`,
    async check(world: World) {
      const plain = await followIn(world, { codec });
      expect(await followIn(world, { codec, compress: true })).toBeLessThan(0.8 * plain);
    },
  })),
  ...Object.entries(bad).map(([what, [form, code]]) => ({
    says: `refuses ${what} with its code`,
    async check(world: World) {
      expect(await askInForm[world.transport](world.server.url, { topic: world.latest(), form })).toBe(code);
    },
  })),
  {
    says: 'keeps its connection for the next poll, or not, as is wished; what has one connection refuses the wish',
    async check(world) {
      const polls = world.transport.endsWith('polling');
      const said = askInForm[world.transport](world.server.url, {
        topic: world.latest(),
        form: 'keepAlive=0',
      });
      expect(await said).toBe(polls ? 'close' : 'bad_request');
    },
  },
  {
    says: 'waits for a window before it tells, so that several updates are told at once, unless it is asked each time',
    async check(world) {
      const topic = world.every();
      const connection = world.connect({ subscriptions: [{ topic }], every: [topic], pollingIntervalMs: 10 });
      const followed = follow(connection, topic);
      world.afterwards(() => followed.stop());
      await followed.until(() => followed.live, 'to be live');
      connection.limit({ windowMs: 50 });
      const before = followed.frames.length;
      for (let n = 1; n <= UPDATES; n++) {
        await world.publish(topic, set('A', { n }));
        await pause(2);
      }
      await followed.until(() => followed.numbers.includes(UPDATES), 'the last update');
      const deltas = followed.frames.slice(before).filter(({ type }) => type === 'delta');
      expect(followed.numbers).toEqual(Array.from({ length: UPDATES }, (_, i) => i + 1));
      if (!world.transport.endsWith('polling')) expect(deltas.length).toBeLessThan(UPDATES / 2);
    },
  },
];
