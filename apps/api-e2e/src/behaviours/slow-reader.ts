import { parseKey, type Fields } from '@tickway/protocol';
import { isOf } from '../harness/frame-kind';
import { set } from '../harness/ingest';
import type { Behaviour } from './behaviour';

const ROUNDS = 30;
const KEYS = 200;
// 800 kB a round, 24 MB in all; of a stalled reader's share the kernel's buffers swallow 4 to 6 unseen.
const FILLING = 4_000;

export const slowReader: readonly Behaviour[] = [
  {
    says: 'costs the server a cursor while its reader takes nothing, and goes on merged when it takes again',
    async check(world) {
      const topic = world.latest();
      const relay = await world.relay();
      const healthy = world.open([{ topic }]).receiver;
      const { receiver } = world.open([{ topic }], relay.url);
      await receiver.next(isOf('snapshot', topic), 'a snapshot');
      relay.stall();
      for (let round = 1; round <= ROUNDS; round++) {
        const fields = { round, filling: `${round}-`.padEnd(FILLING, 'tickway') };
        await world.publish(topic, ...Array.from({ length: KEYS }, (_, key) => set(`K${key}`, fields)));
      }
      const isDone = (state: ReadonlyMap<string, Fields>) =>
        state.get(parseKey(`K${KEYS - 1}`))?.round === ROUNDS;
      await healthy.until(() => isDone(healthy.of(topic).state), 'all rounds, beside the stalled reader');

      const before = relay.bytesDown;
      relay.mend();
      await receiver.until(() => isDone(receiver.of(topic).state), 'the last round after the stall');
      expect(receiver.of(topic).state).toEqual(healthy.of(topic).state);
      // Had the server queued for this reader, it would get all 24 MB now.
      expect(relay.bytesDown - before).toBeLessThan(12_000_000);
      expect(receiver.of(topic).rows.length).toBeLessThan((ROUNDS * KEYS) / 2);
    },
  },
];
