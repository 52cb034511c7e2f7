import { cellsFilter, keysFilter, parseTopic } from '@tickway/protocol';
import { setTimeout as pause } from 'node:timers/promises';
import { follow } from '../harness/followed';
import { set } from '../harness/ingest';
import type { Behaviour } from './behaviour';

const UPDATES = 60;
const EVERY_MS = 25;
const TAKES_A_SECOND = 4;
const ROWS = 100;
const BYTES_A_SECOND = 10_000;

export const limits: readonly Behaviour[] = [
  {
    says: 'keeps to the viewer’s own limits, live, and counts what was merged meanwhile',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { n: 0 }));
      const connection = world.connect({ subscriptions: [{ topic }], pollingIntervalMs: 10 });
      const followed = follow(connection, topic);
      world.afterwards(() => followed.stop());
      await followed.until(() => followed.numbers.includes(0), 'the snapshot');

      connection.limit({ maxFrequency: TAKES_A_SECOND });
      const begunAt = performance.now();
      for (let n = 1; n <= UPDATES; n++) {
        await world.publish(topic, set('A', { n }));
        await pause(EVERY_MS);
      }
      await followed.until(() => followed.numbers.includes(UPDATES), 'the last update');
      const seconds = (performance.now() - begunAt) / 1_000;
      // One is the answer to the new limits, and one may be taken at each end of the time.
      expect(followed.numbers.length - 1).toBeLessThanOrEqual(TAKES_A_SECOND * seconds + 3);
      const { merged } = connection.meter.snapshot();
      expect(followed.numbers.length - 1 + merged).toBe(UPDATES);

      connection.limit({});
      await world.publish(topic, set('A', { n: UPDATES + 1 }));
      await followed.until(() => followed.numbers.includes(UPDATES + 1), 'an update without limits');
      expect(followed.counts).toMatchObject({ missing: 0, double: 0, gaps: 0, reconnects: 0 });
    },
  },
  {
    says: 'loses nothing of an `every` topic to a viewer’s own bandwidth, and tells it later',
    async check(world) {
      const topic = world.every();
      const connection = world.connect({ subscriptions: [{ topic }], every: [topic], pollingIntervalMs: 10 });
      const followed = follow(connection, topic);
      world.afterwards(() => followed.stop());
      await followed.until(() => followed.live, 'to be live');
      connection.limit({ maxBandwidth: BYTES_A_SECOND });
      const begunAt = performance.now();
      const before = connection.meter.snapshot().bytes.received;
      for (let n = 1; n <= ROWS; n++) {
        await world.publish(topic, set('A', { n, text: 'x'.repeat(100) }));
        if (n % 20 === 0) await pause(EVERY_MS);
      }
      await followed.until(() => followed.numbers.includes(ROWS), 'the last row');
      const seconds = (performance.now() - begunAt) / 1_000;
      expect(followed.numbers).toEqual(Array.from({ length: ROWS }, (_, index) => index + 1));
      expect(followed.counts).toMatchObject({ missing: 0, double: 0, gaps: 0, reconnects: 0 });
      // What came last is not yet paid for, all before it is.
      const last = followed.frames.findLast(({ type }) => type === 'delta');
      const { received } = connection.meter.snapshot().bytes;
      expect(received - before - JSON.stringify(last).length).toBeLessThanOrEqual(
        BYTES_A_SECOND * (seconds + 1),
      );
    },
  },
  {
    says: 'tells the SDK why it is refused, which stays away until something else is wished',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { n: 1 }));
      const connection = world.connect({ subscriptions: [{ topic, filter: cellsFilter(['0']) }] });
      const followed = follow(connection, topic);
      world.afterwards(() => followed.stop());
      await followed.until(() => followed.live, 'to be live');
      connection.subscribe([{ topic: parseTopic('nowhere') }]);
      await followed.until(() => followed.status?.state === 'closed', 'to stay away');
      expect(followed.status).toMatchObject({ code: 'unknown_topic', why: 'no such topic here' });
      connection.subscribe([{ topic, filter: keysFilter(['A']) }]);
      await followed.until(() => followed.numbers.includes(1), 'the snapshot of the next wish');
      expect(followed.live).toBe(true);
    },
  },
];
