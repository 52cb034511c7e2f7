import { stamp, decodeFrame, type Cursor, type Topic } from '@tickway/protocol';
import type { Clock, EncodedFrame } from '@tickway/hub';

/** A frame that changes a receiver's state of one topic, or says that it could not be brought up to date. */
export type TopicFrame = Extract<EncodedFrame['frame'], { readonly topic: Topic }>;

/** One frame as a store keeps it. */
export interface Recorded {
  readonly topic: Topic;
  /** When it was committed (a snapshot: taken), epoch ms; never before the frame recorded before it. */
  readonly at: number;
  /** Keys it tells of, for the bounds of pages and of stores. */
  readonly rows: number;
  /** Where it brings its receiver. */
  readonly cursor: Cursor;
  /** JSON but for the end (see `stamp` in the protocol). */
  readonly json: string;
}

/** A frame of the hub made ready to be kept; undefined for frames that tell nothing of a topic. */
export function recordedOf({ frame, json }: EncodedFrame, clock: Clock): Recorded | undefined {
  if (!('topic' in frame)) return undefined;
  const { topic, cursor } = frame;
  // A snapshot's newest commit may be hours old; the state it tells is that of now.
  return {
    topic,
    cursor,
    json,
    rows: rowsOf(frame),
    at: frame.type === 'delta' ? frame.committedAt : clock.now(),
  };
}

/** The frame again. */
export function frameOf({ json }: Pick<Recorded, 'json'>): TopicFrame {
  const frame = decodeFrame(json + stamp(0));
  if ('topic' in frame) return frame;
  throw new RangeError('a record holds a frame that tells of no topic');
}

/** How many updates a frame admits to be lost. */
export const lostIn = (frame: TopicFrame): number => (frame.type === 'gap' ? (frame.lost ?? 0) : 0);

/** How many keys a frame tells of. */
export function rowsOf(frame: TopicFrame): number {
  if (frame.type === 'gap') return 0;
  return frame.rows.length + (frame.type === 'delta' ? frame.removals.length : 0);
}
