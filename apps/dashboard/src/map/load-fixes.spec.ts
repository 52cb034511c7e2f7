import { parseKey, parseTopic, type Fields, type Received } from '@tickway/protocol';
import { fixesIn } from './load-fixes';

const [topic, key] = [parseTopic('positions'), parseKey('b1')];
const row = (at: number, fields: Fields) => ({ key, fields, revision: at, at, committedAt: at });
const bus = { lat: 40.7, lon: -74, course: 0, speed: 9, state: 'moving', system: 'bus', route: 'M15' };
const common = { topic, cursor: { epoch: 'e', offset: 1 }, committedAt: 0, writtenAt: 0 };

describe('fixes of before', () => {
  it('are read from frames, each with the fields that did not change', () => {
    const frames: readonly Received[] = [
      { type: 'snapshot', ...common, rows: [row(1, bus)] },
      {
        type: 'delta',
        ...{ ...common, from: { epoch: 'e', offset: 0 }, removals: [] },
        rows: [row(2, { lat: 40.71 }), { ...row(3, bus), key: parseKey('b2') }],
      },
      { type: 'heartbeat', cursors: {}, writtenAt: 0 },
    ];
    const [one, two, ...others] = fixesIn(frames, key);
    expect([one?.at, two?.at, others]).toEqual([1, 2, []]);
    expect(two?.x).toBe(one?.x);
    expect(two?.y).toBeLessThan(one?.y ?? 0);
  });
});
