import type { DeltaFrame, GapFrame, Received, SnapshotFrame, Topic } from '@tickway/protocol';
import type { PageWish } from './history-page';

/** A frame and from when on it holds, epoch ms of the record. */
export interface Timed {
  readonly at: number;
  readonly frame: Received<TopicFrame>;
  /** How it hangs together with what was told before: `cut` by a server's restart or an admitted loss. */
  readonly joined: 'state' | 'goes on' | 'cut';
}

type TopicFrame = SnapshotFrame | DeltaFrame | GapFrame;

/** The frames of a page with their times: history writes each frame at the time of its record. */
export function timed(frames: readonly Received[], begin: PageWish['begin']): readonly Timed[] {
  const states = new Set<Topic>();
  return frames.filter(tellsOfTopic).map((frame) => {
    const at = frame.writtenAt;
    const first = 'at' in begin && at === begin.at && states.size < states.add(frame.topic).size;
    return { at, frame, joined: first ? 'state' : frame.type === 'delta' ? 'goes on' : 'cut' };
  });
}

const tellsOfTopic = (frame: Received): frame is Received<TopicFrame> =>
  frame.type === 'snapshot' || frame.type === 'delta' || frame.type === 'gap';
