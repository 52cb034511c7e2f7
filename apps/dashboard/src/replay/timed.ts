import type { DeltaFrame, GapFrame, Received, SnapshotFrame, Topic } from '@tickway/protocol';
import type { HistoryPage, PageWish } from './history-page';

/** A frame that tells of a topic, and from when on it holds, epoch ms of commit. */
export interface Timed {
  readonly at: number;
  readonly frame: Received<TopicFrame>;
  /** How what is told before it hangs together with it: `cut` by a server's restart or an admitted loss. */
  readonly joined: 'state' | 'goes on' | 'cut';
}

type TopicFrame = SnapshotFrame | DeltaFrame | GapFrame;

/**
 * The frames of a page with their times. A delta says its own. A snapshot inside a stretch is a server's restart, and
 * its newest commit may be hours older than that: it holds when what follows it begins.
 */
export function timed(page: HistoryPage, { begin, to }: PageWish): readonly Timed[] {
  const frames = page.frames.filter(tellsOfTopic);
  const states = 'at' in begin ? statesIn(frames) : 0;
  const begun = 'at' in begin ? begin.at : begin.after;
  let later = page.next ?? to;
  const told: Timed[] = [];
  for (const frame of frames.slice(states).reverse()) {
    const joined = frame.type === 'delta' ? 'goes on' : 'cut';
    // Never later than what follows: a server's clock may have been set back, and order comes first.
    later = Math.max(begun, Math.min(later, frame.type === 'delta' ? frame.committedAt : later));
    told.push({ at: later, frame, joined });
  }
  const state = frames.slice(0, states).map((frame): Timed => ({ at: begun, frame, joined: 'state' }));
  return [...state, ...told.reverse()];
}

const tellsOfTopic = (frame: Received): frame is Received<TopicFrame> =>
  frame.type === 'snapshot' || frame.type === 'delta' || frame.type === 'gap';

/** How many frames tell the state with which a stretch begins: one snapshot of each topic. */
function statesIn(frames: readonly TopicFrame[]): number {
  const seen = new Set<Topic>();
  const first = frames.findIndex(
    ({ type, topic }) => type !== 'snapshot' || seen.size === seen.add(topic).size,
  );
  return first < 0 ? frames.length : first;
}
