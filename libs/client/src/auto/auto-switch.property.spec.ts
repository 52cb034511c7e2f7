import fc from 'fast-check';
import { startAuto } from '../testing/start-auto';
import { World, type Fate } from '../testing/world';
import type { Step } from './step';

const SEED = 20_261_122;
const MINUTE_MS = 60_000;
/** Longer than the longest ban. */
const CALM_MS = 11 * MINUTE_MS;
/** Most steps in any minute of whatever weather. */
const MOST_STEPS_A_MINUTE = 15;

const fate = fc.constantFrom<Fate>('works', 'works', 'refused', 'silent', 'held', 'breaks');
/** Weather: fates that hold for a while. Polling always works, else there is nothing to be found. */
const weather = fc.record({
  websocket: fate,
  streaming: fate,
  'long-polling': fc.constantFrom<Fate>('works', 'refused', 'breaks'),
  forMs: fc.integer({ min: 500, max: 120_000 }),
});
const story = fc.record({
  weathers: fc.array(weather, { minLength: 1, maxLength: 12 }),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

/** Runs a story; every step it took, and what is left of it. */
async function live({ weathers, random }: typeof story extends fc.Arbitrary<infer S> ? S : never) {
  const world = new World();
  const { auto, state, counts } = await startAuto(world, { random: () => random });
  const steps = new Set<Step>();
  auto.state.subscribe(({ steps: told }) => told.forEach((step) => steps.add(step)));
  for (const { forMs, ...fates } of weathers) {
    world.set(fates);
    world.pass(forMs);
  }
  return { world, state, counts, steps };
}

const most = (steps: readonly Step[]) =>
  Math.max(
    0,
    ...steps.map(({ at }) => steps.filter((other) => other.at >= at && other.at < at + MINUTE_MS).length),
  );

describe(`auto mode, whatever the network does (seed ${SEED})`, () => {
  it('loses and repeats nothing, does not flap, and ends on the best when all works again', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (one) => {
        const { world, state, counts, steps } = await live(one);
        world.set({});
        world.pass(CALM_MS);
        expect(counts()).toMatchObject({ missing: 0, double: 0, gaps: 0 });
        expect(state()?.transport).toBe('websocket');
        expect(world.openNow).toBe(1);
        expect(most([...steps])).toBeLessThanOrEqual(MOST_STEPS_A_MINUTE);
      }),
      { seed: SEED, numRuns: 60 },
    );
  }, 120_000);

  it('settles on the best that works when the network stays as it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        story,
        fc.subarray(['websocket', 'streaming', 'long-polling'] as const),
        async (one, broken) => {
          const { world, state, steps } = await live(one);
          world.set(Object.fromEntries(broken.map((name) => [name, 'refused'])));
          world.pass(CALM_MS);
          const settled = steps.size;
          world.pass(CALM_MS);
          const works = (['websocket', 'streaming', 'long-polling', 'polling'] as const).find(
            (name) => world.fate(name) === 'works',
          );
          expect([state()?.transport, steps.size]).toEqual([works, settled]);
        },
      ),
      { seed: SEED, numRuns: 40 },
    );
  }, 120_000);
});
