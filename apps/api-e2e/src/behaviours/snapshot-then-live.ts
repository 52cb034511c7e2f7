import { formatCursor, parseKey } from '@tickway/protocol';
import { isOf } from '../harness/frame-kind';
import { remove, set } from '../harness/ingest';
import type { Behaviour } from './behaviour';

const [a, b] = [parseKey('A'), parseKey('B')];

export const snapshotThenLive: readonly Behaviour[] = [
  {
    says: 'begins with all keys, then tells the changed fields only',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { x: 1, y: 'one' }), set('B', { x: 2 }));
      const { receiver } = world.open([{ topic }]);
      const snapshot = await receiver.next(isOf('snapshot', topic), 'a snapshot');
      expect(new Map(snapshot.rows.map(({ key, fields }) => [key, fields]))).toEqual(
        new Map([
          [a, { x: 1, y: 'one' }],
          [b, { x: 2 }],
        ]),
      );

      await world.publish(topic, set('A', { x: 3, y: 'one' }));
      const delta = await receiver.next(isOf('delta', topic), 'a delta');
      expect(delta.rows).toEqual([expect.objectContaining({ key: a, fields: { x: 3 }, revision: 2 })]);
      expect(formatCursor(delta.from)).toBe(formatCursor(snapshot.cursor));
      expect(delta.cursor.offset).toBe(3);
    },
  },
  {
    says: 'begins with an empty snapshot where there is nothing yet, and then tells the first key',
    async check(world) {
      const topic = world.latest();
      const { receiver } = world.open([{ topic }]);
      const snapshot = await receiver.next(isOf('snapshot', topic), 'a snapshot');
      expect(snapshot.rows).toEqual([]);
      await world.publish(topic, set('A', { x: 1 }));
      await receiver.until(() => receiver.of(topic).state.has(a), 'the key');
    },
  },
  {
    says: 'tells that a key has ended',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { x: 1 }), set('B', { x: 2 }));
      const { receiver } = world.open([{ topic }]);
      await receiver.until(() => receiver.of(topic).state.size === 2, 'two keys');
      await world.publish(topic, remove('A'));
      const delta = await receiver.next(isOf('delta', topic), 'a delta');
      expect(delta.removals).toEqual([a]);
      expect([...receiver.of(topic).state.keys()]).toEqual([b]);
    },
  },
  {
    says: 'gives the updates of an `every` topic one by one, in their order',
    async check(world) {
      const topic = world.every();
      const { receiver } = world.open([{ topic }]);
      await receiver.next(isOf('snapshot', topic), 'a snapshot');
      const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
      await world.publish(topic, ...numbers.slice(0, 60).map((n) => set('A', { n })));
      await world.publish(topic, ...numbers.slice(60).map((n) => set(n % 2 ? 'A' : 'B', { n })));
      await receiver.until(() => receiver.of(topic).rows.length >= 100, '100 rows');
      expect(receiver.of(topic).rows.map(({ fields }) => fields.n)).toEqual(numbers);
    },
  },
  {
    says: 'carries several topics at once',
    async check(world) {
      const [one, two] = [world.latest(), world.every()];
      const { receiver } = world.open([{ topic: one }, { topic: two }]);
      await receiver.until(() => receiver.frames.length >= 2, 'two snapshots');
      await world.publish(one, set('A', { x: 1 }));
      await world.publish(two, set('B', { x: 2 }));
      await receiver.until(
        () => receiver.of(one).state.has(a) && receiver.of(two).state.has(b),
        'a key of each topic',
      );
    },
  },
];
