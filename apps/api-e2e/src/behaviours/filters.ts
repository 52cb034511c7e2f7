import { cellsFilter, keysFilter, parseKey } from '@tickway/protocol';
import { cellOf } from '@tickway/tracking';
import { isOf } from '../harness/frame-kind';
import { set } from '../harness/ingest';
import type { Behaviour } from './behaviour';

const [a, b, c] = [parseKey('A'), parseKey('B'), parseKey('C')];

// Two places of New York in different map cells: Battery Park, and Central Park.
const south = { lat: 40.7033, lon: -74.017 };
const north = { lat: 40.7826, lon: -73.9656 };
const [southCell, northCell] = [cellOf(south.lat, south.lon), cellOf(north.lat, north.lon)];

export const filters: readonly Behaviour[] = [
  {
    says: 'gives only the keys that were asked for',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { x: 1 }), set('B', { x: 1 }), set('C', { x: 1 }));
      const { receiver } = world.open([{ topic, filter: keysFilter(['A', 'B']) }]);
      await receiver.until(() => receiver.of(topic).state.size === 2, 'two keys');
      await world.publish(topic, set('C', { x: 2 }));
      await world.publish(topic, set('B', { x: 2 }));
      await receiver.until(() => receiver.of(topic).state.get(b)?.x === 2, 'the change of B');
      expect(receiver.of(topic).rows.map(({ key }) => key)).toEqual([a, b, b]);
    },
  },
  {
    says: 'changes the keys asked for: what came is brought in whole, what left is removed, the rest is not repeated',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', { x: 1 }), set('B', { x: 1 }), set('C', { x: 1, y: 1 }));
      const line = world.open([{ topic, filter: keysFilter(['A', 'B']) }]);
      const { receiver } = line;
      await receiver.until(() => receiver.of(topic).state.size === 2, 'two keys');
      await world.publish(topic, set('C', { x: 2 }));
      line.subscribe([{ topic, filter: keysFilter(['B', 'C']) }]);
      await receiver.until(() => receiver.of(topic).state.has(c), 'C');
      const changed = await receiver.next(isOf('delta', topic), 'the delta of the change');
      expect(changed.rows).toEqual([expect.objectContaining({ key: c, fields: { x: 2, y: 1 } })]);
      expect(changed.removals).toEqual([a]);

      await world.publish(topic, set('A', { x: 5 }));
      await world.publish(topic, set('C', { x: 5 }));
      await receiver.until(() => receiver.of(topic).state.get(c)?.x === 5, 'the change of C');
      expect(Object.fromEntries(receiver.of(topic).state)).toEqual({ B: { x: 1 }, C: { x: 5, y: 1 } });
    },
  },
  {
    says: 'gives what is in the map cells asked for, and removes what moves out of them',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', south), set('B', north));
      const { receiver } = world.open([{ topic, filter: cellsFilter([southCell]) }]);
      await receiver.until(() => receiver.of(topic).state.has(a), 'A in the south');
      expect(receiver.of(topic).state.has(b)).toBe(false);
      await world.publish(topic, set('A', north));
      await world.publish(topic, set('B', south));
      await receiver.until(() => receiver.of(topic).state.has(b), 'B in the south');
      expect([...receiver.of(topic).state.keys()]).toEqual([b]);
    },
  },
  {
    says: 'changes the map cells asked for',
    async check(world) {
      const topic = world.latest();
      await world.publish(topic, set('A', south), set('B', north));
      const line = world.open([{ topic, filter: cellsFilter([southCell]) }]);
      const held = line.receiver.of(topic).state;
      await line.receiver.until(() => held.has(a), 'A in the south');
      line.subscribe([{ topic, filter: cellsFilter([northCell]) }]);
      await line.receiver.until(() => held.has(b) && !held.has(a), 'B instead of A');
      line.subscribe([{ topic }]);
      await line.receiver.until(() => held.has(b) && held.has(a), 'both without a filter');
      expect(Object.fromEntries(held)).toEqual({ A: south, B: north });
    },
  },
];
