import { formatCursor, type Topic } from '@tickway/protocol';
import { isOf } from '../harness/frame-kind';
import { set } from '../harness/ingest';
import type { World } from '../harness/world';
import type { Behaviour } from './behaviour';
import { follow } from '../harness/followed';

export const resume: readonly Behaviour[] = [
  {
    says: 'goes on from a cursor, with nothing lost and nothing repeated',
    async check(world) {
      const topic = world.every();
      const first = world.open([{ topic }]);
      await first.receiver.next(isOf('snapshot', topic), 'a snapshot');
      await count(world, topic, [1, 3]);
      await first.receiver.until(() => first.receiver.of(topic).rows.length === 3, '3 rows');
      const cursor = first.receiver.cursor(topic);
      first.close();
      if (!cursor) throw new Error('no cursor');

      await count(world, topic, [4, 9]);
      const second = world.open([{ topic, cursor }]);
      const delta = await second.receiver.next(isOf('delta', topic), 'a delta');
      expect(second.receiver.frames[0]).toBe(delta);
      expect(formatCursor(delta.from)).toBe(formatCursor(cursor));
      await second.receiver.until(() => second.receiver.of(topic).rows.length >= 6, '6 rows');
      expect(second.receiver.of(topic).rows.map(({ fields }) => fields.n)).toEqual([4, 5, 6, 7, 8, 9]);
    },
  },
  {
    says: 'goes on from a cursor with the changes of a `latest` topic merged, and says how many were',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { x: 0, y: 0 }));
      const first = world.open([{ topic }]);
      const { cursor } = await first.receiver.next(isOf('snapshot', topic), 'a snapshot');
      first.close();
      await world.publish(topic, ...[1, 2, 3, 4].map((x) => set('A', { x })));
      const { receiver } = world.open([{ topic, cursor }]);
      const { rows } = await receiver.next(isOf('delta', topic), 'a delta');
      // Revision 1 was seen and 5 is told: 3 were merged into it.
      expect(rows).toEqual([expect.objectContaining({ fields: { x: 4 }, revision: 5 })]);
    },
  },
  {
    says: 'comes back by itself after its wire was cut, with nothing lost and nothing repeated',
    async check(world) {
      const topic = world.every();
      const relay = await world.relay();
      const followed = follow(
        world.connect({ url: relay.url, subscriptions: [{ topic }], every: [topic] }),
        topic,
      );
      world.afterwards(() => followed.stop());
      await followed.until(() => followed.live, 'to be live');
      await count(world, topic, [1, 40]);
      await followed.until(() => followed.numbers.length >= 10, 'the first rows');
      relay.sever();
      await count(world, topic, [41, 80]);
      relay.mend();
      await count(world, topic, [81, 100]);
      await followed.until(() => followed.numbers.includes(100), 'the last row');
      expect(followed.numbers).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
      expect(followed.counts).toMatchObject({ missing: 0, double: 0, gaps: 0 });
    },
  },
];

/** Publishes the numbers `from` to `to`, one update each. */
const count = (world: World, topic: Topic, [from, to]: readonly [number, number]) =>
  world.publish(topic, ...Array.from({ length: to - from + 1 }, (_, index) => set('A', { n: from + index })));
