import { isOf } from '../harness/frame-kind';
import { set } from '../harness/ingest';
import type { Behaviour } from './behaviour';

/** How far back a cursor can be continued, updates. */
const HISTORY = 10_000;
const UPDATES = HISTORY + 50;

export const gap: readonly Behaviour[] = [
  {
    says: 'tells the gap when the cursor is of another epoch, then begins anew',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { x: 1 }));
      const { receiver } = world.open([{ topic, cursor: { epoch: 'another0life', offset: 12 } }]);
      const told = await receiver.next(isOf('gap', topic), 'a gap');
      expect(told).toMatchObject({
        reason: 'epoch',
        lost: null,
        from: { epoch: 'another0life', offset: 12 },
      });
      const snapshot = await receiver.next(isOf('snapshot', topic), 'a snapshot');
      expect(receiver.frames.slice(0, 2)).toEqual([told, snapshot]);
      expect(snapshot.rows).toHaveLength(1);
    },
  },
  {
    says: 'tells the gap when the cursor is ahead of the topic, then begins anew',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { x: 1 }));
      const cursor = await world.cursorOf(topic);
      const { receiver } = world.open([{ topic, cursor: { ...cursor, offset: 1_000_000 } }]);
      expect(await receiver.next(isOf('gap', topic), 'a gap')).toMatchObject({ reason: 'ahead', cursor });
      await receiver.next(isOf('snapshot', topic), 'a snapshot');
    },
  },
  {
    says: 'tells the gap, and how many are lost, when the cursor is older than the history',
    async check(world) {
      const topic = world.every();
      await world.publish(topic, ...Array.from({ length: UPDATES }, (_, n) => set('A', { n })));
      const { epoch } = await world.cursorOf(topic);
      const { receiver } = world.open([{ topic, cursor: { epoch, offset: 1 } }]);
      expect(await receiver.next(isOf('gap', topic), 'a gap')).toMatchObject({
        reason: 'expired',
        lost: UPDATES - 1,
        cursor: { offset: UPDATES },
      });
      await receiver.next(isOf('snapshot', topic), 'a snapshot');
    },
  },
  {
    says: 'tells no gap when the cursor is just within the history',
    async check(world) {
      const topic = world.every();
      await world.publish(topic, ...Array.from({ length: UPDATES }, (_, n) => set('A', { n })));
      const { epoch } = await world.cursorOf(topic);
      const { receiver } = world.open([{ topic, cursor: { epoch, offset: UPDATES - HISTORY } }]);
      const delta = await receiver.next(isOf('delta', topic), 'a delta');
      expect(receiver.frames[0]).toBe(delta);
      expect(delta.rows).toHaveLength(HISTORY);
    },
  },
];
