import { parseKey, type Fields, type Received } from '@tickway/protocol';
import { sceneAt, scenesIn } from './scenes-of-past';
import { feeds } from './testing/fake-history';

const feed = parseKey('vehicles');
const told = (type: 'snapshot' | 'delta', writtenAt: number, fields: Fields): Received => ({
  ...{ type, topic: feeds, from: { epoch: 'e', offset: 0 }, cursor: { epoch: 'e', offset: 1 }, removals: [] },
  ...{ committedAt: writtenAt, writtenAt },
  rows: [{ key: feed, fields, revision: 1, committedAt: writtenAt, at: writtenAt }],
});

describe('scenes of the past', () => {
  const scenes = scenesIn(
    [
      told('snapshot', 10, { timeZone: 'UTC', offsetMs: 1, state: 'live' }),
      told('delta', 20, { state: 'stale' }),
      told('snapshot', 30, { timeZone: 'UTC', offsetMs: 5 }),
    ],
    feed,
  );

  it('are each from its record on', () => {
    const offsets = [5, 10, 25, 29, 30, 99].map((at) => sceneAt(scenes, at)?.offsetMs);
    expect(offsets).toEqual([1, 1, 1, 1, 5, 5]);
  });

  it('are none of a feed that has no scene', () => {
    expect(sceneAt(scenesIn([told('snapshot', 10, { label: 'x' })], feed), 10)).toBeUndefined();
    expect(scenesIn([told('snapshot', 10, { timeZone: 'UTC', offsetMs: 1 })], parseKey('market'))).toEqual(
      [],
    );
  });
});
