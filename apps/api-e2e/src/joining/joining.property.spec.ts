import { parseKey, type Filter } from '@tickway/protocol';
import fc from 'fast-check';
import { Viewer } from './viewer';
import type { Wire } from './wire';

const keys = ['a', 'b', 'c', 'd'].map(parseKey);
const cells = ['00', '01', '10', '11'];

const filter: fc.Arbitrary<Filter | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ keys: fc.subarray(keys) }),
  fc.record({ cells: fc.subarray([...cells, '0', '1']) }),
);
const update = fc.record({
  key: fc.constantFrom(...keys),
  ends: fc.boolean(),
  fields: fc.record(
    { cell: fc.constantFrom(...cells), x: fc.nat(3), y: fc.nat(3) },
    { requiredKeys: ['cell'] },
  ),
});
const leg = fc.nat(1);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ publish: fc.array(update, { minLength: 1, maxLength: 3 }) }) },
  { weight: 5, arbitrary: fc.record({ take: leg }) },
  { weight: 5, arbitrary: fc.record({ arrive: leg }) },
  { weight: 5, arbitrary: fc.record({ hear: leg }) },
  { weight: 8, arbitrary: fc.record({ go: leg, arrivals: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ look: filter }) },
  {
    weight: 3,
    arbitrary: fc.record({ switchTo: fc.constantFrom('websocket' as const, 'polling' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ lose: leg }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One round of a wire, though not always all of it. */
function go(wire: Wire | undefined, arrivals: number): void {
  wire?.hear();
  wire?.take();
  for (let i = 0; i < arrivals; i++) wire?.arrive();
}

function perform(viewer: Viewer, next: Step): void {
  const wire = (index: number) => [...viewer.wires][index];
  if ('publish' in next) viewer.publish(next.publish);
  else if ('look' in next) viewer.look(next.look);
  else if ('switchTo' in next) viewer.switchTo(next.switchTo);
  else if ('go' in next) go(wire(next.go), next.arrivals);
  else if ('lose' in next) viewer.lose(wire(next.lose));
  else move(next, wire);
}

function move(
  next: Extract<Step, { take: number } | { arrive: number } | { hear: number }>,
  wire: (index: number) => Wire | undefined,
): void {
  if ('take' in next) wire(next.take)?.take();
  else if ('arrive' in next) wire(next.arrive)?.arrive();
  else wire(next.hear)?.hear();
}

describe('the SDK on the hub, frames in flight, filters moving, connections cut, transports switched', () => {
  it.each([10_000, 3])(
    'ends at the truth, every trade once, nothing missing or double (history of %d)',
    (history) => {
      let switches = 0;
      fc.assert(
        fc.property(fc.array(step, { maxLength: 100, size: 'max' }), (steps) => {
          const viewer = new Viewer(history);
          viewer.settle();
          for (const next of steps) perform(viewer, next);
          viewer.settle();
          expect(Object.fromEntries([...viewer.state].map(([key, { fields }]) => [key, fields]))).toEqual(
            viewer.expected,
          );
          expect(viewer.tradeIds).toEqual(viewer.expectedIds);
          expect(viewer.counts).toMatchObject({ missing: 0, double: 0 });
          switches += viewer.counts?.switches ?? 0;
          viewer.close();
        }),
        { seed: 20261122, numRuns: 400 },
      );
      expect(switches).toBeGreaterThan(100);
    },
  );
});
