import { type Update } from '@tickway/protocol';
import fc from 'fast-check';
import { change, removal, topics, type World } from './world';

/** One thing that happens in a world. */
export type Event =
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'restart' }
  | { readonly type: 'tick'; readonly topic: 0 | 1 | 2; readonly updates: readonly Happening[] };

interface Happening {
  readonly key: number;
  /** Undefined ends the key. */
  readonly value: number | undefined;
}

const happening = fc.record({
  key: fc.integer({ min: 0, max: 5 }),
  value: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 400 }) }, fc.constant(undefined)),
});

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('wait'), ms: fc.integer({ min: 0, max: 20_000 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('tick'),
      topic: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
      updates: fc.array(happening, { minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restart') }) },
);

/** What happens in a while, any of it. */
export const events = fc.array(event, { minLength: 1, maxLength: 60 });

/** Makes it happen. */
export async function happen(world: World, event: Event): Promise<void> {
  if (event.type === 'wait') world.clock.move(event.ms);
  else if (event.type === 'restart') await world.restart();
  else
    await world.publish(
      topics[event.topic],
      event.updates.map((it) => updateOf(it, event.topic, world.clock.now())),
    );
}

function updateOf({ key, value }: Happening, topic: 0 | 1 | 2, at: number): Update {
  // Quarters are exact in binary, so that sums are equal in whatever order they are made.
  if (topic === 2)
    return change(`S${key}`, { price: (value ?? 1) / 4, size: key + 1, side: 'buy', id: at }, at);
  return value === undefined
    ? removal(`S${key}`, at)
    : change(`S${key}`, { value, odd: value % 2, name: `n${key}` }, at);
}
