import { isA, isOf } from '../harness/frame-kind';
import { set } from '../harness/ingest';
import type { Behaviour } from './behaviour';

export const silence: readonly Behaviour[] = [
  {
    says: 'sends a heartbeat with its cursors when there is nothing to tell',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { x: 1 }));
      const { receiver } = world.open([{ topic }]);
      const { cursor } = await receiver.next(isOf('snapshot', topic), 'a snapshot');
      const first = await receiver.next(isA('heartbeat'), 'a heartbeat');
      expect(first.cursors).toEqual({ [topic]: cursor });
      await receiver.next(isA('heartbeat'), 'another heartbeat');
      await world.publish(topic, set('A', { x: 2 }));
      await receiver.next(isOf('delta', topic), 'a delta after the silence');
    },
  },
];
