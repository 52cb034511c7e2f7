import { isA, isOf } from '../harness/frame-kind';
import { freePort } from '../harness/free-port';
import { follow } from '../harness/followed';
import { Ingest, set } from '../harness/ingest';
import { TOPICS } from '../harness/topic-pool';
import { Server } from '../harness/server';
import type { Behaviour } from './behaviour';

export const goodbye: readonly Behaviour[] = [
  {
    says: 'is told goodbye, and when to come back, by a server that stops in order',
    async check(world) {
      const server = await Server.start(TOPICS.settings);
      world.afterwards(() => server.stop('SIGKILL'));
      const topic = world.latest();
      const { receiver } = world.open([{ topic }], server.url);
      await receiver.next(isOf('snapshot', topic), 'a snapshot');
      // Between two polls nobody is there to be told.
      const isThere = world.transport !== 'polling';
      if (isThere) await server.holding(world.transport);
      expect(await server.stop('SIGTERM')).toMatchObject({ code: 0, signal: null });
      if (!isThere) return;
      const { code, retryAfterMs } = await receiver.next(isA('bye'), 'a bye');
      expect(code).toBe('shutdown');
      expect(retryAfterMs).toBeGreaterThanOrEqual(0);
      expect(retryAfterMs).toBeLessThan(5_000);
      const { code: close } = await receiver.ended;
      if (world.transport === 'websocket') expect(close).toBe(4001);
    },
  },
  {
    says: 'finds the server again after a crash, is told the gap, and holds the new state only',
    async check(world) {
      const settings = { ...TOPICS.settings, PORT: String(await freePort()) };
      const topic = world.every();
      const crashing = await Server.start(settings);
      world.afterwards(() => crashing.stop('SIGKILL'));
      await new Ingest(crashing.url).publish(topic, [set('A', { n: 1 }), set('B', { n: 2 })]);
      const followed = follow(
        world.connect({ url: crashing.url, subscriptions: [{ topic }], every: [topic] }),
        topic,
      );
      world.afterwards(() => followed.stop());
      await followed.until(() => followed.live, 'to be live');
      await crashing.stop('SIGKILL');

      const server = await Server.start(settings);
      world.afterwards(() => server.stop('SIGKILL'));
      await new Ingest(server.url).publish(topic, [set('A', { n: 3 })]);
      await followed.until(() => followed.counts.gaps === 1 && followed.numbers.includes(3), 'the new life');
      expect(followed.frames.find(({ type }) => type === 'gap')).toMatchObject({
        reason: 'epoch',
        lost: null,
      });
      expect(followed.counts).toMatchObject({ missing: 0, double: 0 });
    },
  },
];
