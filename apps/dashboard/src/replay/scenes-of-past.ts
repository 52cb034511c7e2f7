import type { Fields, Key, Received } from '@tickway/protocol';
import { sceneOf, type Scene } from '../shell/scene';

/** A scene, and from when on it was that, epoch ms of the record. */
export interface SceneFrom {
  readonly from: number;
  readonly scene: Scene;
}

/** The scenes that a feed ran, by frames of the topic of feeds, oldest first: a restart may begin another week. */
export function scenesIn(frames: readonly Received[], feed: Key): readonly SceneFrom[] {
  let fields: Fields = {};
  return frames.flatMap((frame) => {
    if (frame.type !== 'snapshot' && frame.type !== 'delta') return [];
    const row = frame.rows.find(({ key }) => key === feed);
    if (!row) return [];
    fields = frame.type === 'snapshot' ? row.fields : { ...fields, ...row.fields };
    const scene = sceneOf({ fields });
    return scene ? [{ from: frame.writtenAt, scene }] : [];
  });
}

/** The scene at a moment; of a moment before all that is known the first. */
export const sceneAt = (scenes: readonly SceneFrom[], at: number): Scene | undefined =>
  (scenes.findLast(({ from }) => from <= at) ?? scenes[0])?.scene;
