import { encodeFrame, type Key } from '@tickway/protocol';
import { frameOf, rowsOf, type Recorded, type TopicFrame } from './recorded';

/** A frame without all that it says of a key. */
export function frameWithout<Frame extends TopicFrame>(frame: Frame, key: Key): Frame {
  if (frame.type === 'gap') return frame;
  const others = { rows: frame.rows.filter((row) => row.key !== key) };
  return frame.type === 'delta'
    ? { ...frame, ...others, removals: frame.removals.filter((removed) => removed !== key) }
    : { ...frame, ...others };
}

/**
 * A record without all that it says of a key; the same object when it says nothing. A delta that told of nothing else
 * stays, empty: the next one begins where it ends.
 */
export function recordWithout(recorded: Recorded, key: Key): Recorded {
  if (!recorded.json.includes(`"${key}"`)) return recorded;
  const frame = frameWithout(frameOf(recorded), key);
  return { ...recorded, rows: rowsOf(frame), json: encodeFrame(frame) };
}
