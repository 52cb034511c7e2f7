import { isA, isOf } from '../harness/frame-kind';
import { set } from '../harness/ingest';
import { refuse, type Refusable } from '../lines/refuse';
import type { Behaviour } from './behaviour';

/** Stands in everything that is refused, and must stand in no answer. */
export const MARK = 'xyzzy';

const keys = Array.from({ length: 513 }, (_, index) => `${MARK}${index}`);
const topics = Array.from({ length: 17 }, (_, index) => `${MARK}-${index}`);

/** The same bad wish as a query and as a message. */
const bad: Readonly<Record<string, (topic: string) => Refusable>> = {
  'an unknown topic': () => ({
    code: 'unknown_topic',
    query: `topic=nowhere-${MARK}`,
    subscriptions: [{ topic: `nowhere-${MARK}` }],
  }),
  'a malformed cursor': (topic) => ({
    code: 'bad_cursor',
    query: `topic=${topic}&${topic}.cursor=${MARK}!`,
    subscriptions: [{ topic, cursor: `${MARK}!` }],
  }),
  'a filter of too many keys': (topic) => ({
    code: 'filter_too_large',
    query: `topic=${topic}&${topic}.keys=${keys.join()}`,
    subscriptions: [{ topic, filter: { keys } }],
  }),
  'too many topics': () => ({
    code: 'filter_too_large',
    query: topics.map((topic) => `topic=${topic}`).join('&'),
    subscriptions: topics.map((topic) => ({ topic })),
  }),
  'a name that is no topic’s': () => ({
    code: 'bad_request',
    query: `topic=__proto__${MARK}`,
    subscriptions: [{ topic: `__proto__${MARK}` }],
  }),
  'limits out of bounds': (topic) => ({
    code: 'bad_request',
    query: `topic=${topic}&maxFrequency=0`,
    subscriptions: [{ topic }],
    limits: { maxFrequency: 0 },
  }),
  'a window out of bounds': (topic) => ({
    code: 'bad_request',
    query: `topic=${topic}&windowMs=51`,
    subscriptions: [{ topic }],
    limits: { windowMs: 51 },
  }),
  'a word that it does not know': (topic) => ({
    code: 'bad_request',
    query: `topic=${topic}&${topic}.${MARK}=1`,
    subscriptions: [{ topic, [MARK]: 1 }],
  }),
};

export const refusals: readonly Behaviour[] = Object.entries(bad).map(([what, of]) => ({
  says: `refuses ${what} with its code, repeats nothing of it, and serves the others as before`,
  async check(world) {
    const topic = world.latest();
    const other = world.open([{ topic }]).receiver;
    await other.next(isOf('snapshot', topic), 'a snapshot');

    const wish = of(topic);
    const refused = await refuse[world.transport](world.server.url, wish);
    expect(refused.code).toBe(wish.code);
    expect(refused.text).not.toContain(MARK);

    await world.publish(topic, set('A', { x: 1 }));
    await other.next(isOf('delta', topic), 'a delta for the other');
    expect(other.frames.some(isA('error'))).toBe(false);
    expect(world.server.output).not.toContain(MARK);
  },
}));
