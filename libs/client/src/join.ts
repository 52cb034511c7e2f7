import type {
  Cursor,
  DeltaFrame,
  GapFrame,
  HeartbeatFrame,
  Key,
  Received,
  Row,
  SnapshotFrame,
} from '@tickway/protocol';
import type { Asked } from './asked';
import { sameCursor, sameFilter, type Place } from './place';

/** A topic as one transport carries it: where its state is, and what the transport asked. */
export interface Carried {
  readonly place: Place;
  readonly asked: Asked;
}

/**
 * What becomes of a frame: delivered as it stands or cut to what is new; nothing, as all of it has been
 * delivered; or `stale`: it cannot be joined to where the state is now, so its transport must ask again.
 */
export type Joined<F> = F | 'nothing' | 'stale';

/**
 * The rule of joining: the state of a topic always equals the server's at the place's cursor under the
 * filter that the place believes. While one transport is open, its frames follow one another and each is
 * applied as it comes. During a switch two transports carry the topic, so the state may have moved since the
 * second asked. Its frame then tells what changed from *its* cursor on, which lies behind: it is applied
 * only if the state is still under the filter it was made for, and cut to the rows that are new.
 */
export function joinDelta(frame: Received<DeltaFrame>, carried: Carried): Joined<Received<DeltaFrame>> {
  const { place, asked } = carried;
  const here = place.cursor;
  if (here === undefined) return 'stale'; // no state to apply it to: a topic dropped and wished again at once
  const moved = hasMoved(carried);
  if (moved && !fits(frame.cursor, carried)) return 'stale';
  if (moved && frame.cursor.offset < here.offset) return 'nothing';
  return apply(moved || turns(asked) ? cutToNew(frame, here, place) : frame, carried);
}

function apply(frame: Received<DeltaFrame>, { place, asked }: Carried): Received<DeltaFrame> {
  place.contiguous = isWhole(asked);
  for (const key of frame.removals) place.revisions.delete(key);
  hold(frame.rows, place);
  arrive(frame.cursor, { place, asked });
  return frame;
}

/** A snapshot replaces the state, unless another transport has given one since this one was asked. */
export function joinSnapshot(
  frame: Received<SnapshotFrame>,
  { place, asked }: Carried,
): Joined<Received<SnapshotFrame>> {
  if (hasMoved({ place, asked }) && !(asked.anew && isAhead(frame.cursor, place))) return 'stale';
  // What is wished anew after an end begins where it begins: nothing between is owed.
  place.contiguous = asked.filter === undefined && !asked.anew && place.cursor !== undefined;
  place.revisions.clear();
  hold(frame.rows, place);
  arrive(frame.cursor, { place, asked });
  return frame;
}

/** A gap ends the state; what another transport has given since is not concerned by it. */
export function joinGap(frame: Received<GapFrame>, { place, asked }: Carried): Joined<Received<GapFrame>> {
  if (hasMoved({ place, asked })) return 'stale';
  place.cursor = undefined;
  asked.moves = ++place.moves;
  place.contiguous = asked.filter === undefined;
  place.revisions.clear();
  return frame;
}

/** A heartbeat says that nothing the filter sees has changed up to its cursor. */
export function joinHeartbeat(
  frame: HeartbeatFrame,
  topic: string,
  { place, asked }: Carried,
): 'passed' | 'stale' {
  const cursor = frame.cursors[topic];
  if (cursor === undefined || cursor.epoch !== place.cursor?.epoch) return 'passed';
  if (hasMoved({ place, asked }) && !fits(cursor, { place, asked })) return 'stale';
  place.contiguous = isWhole(asked);
  if (isAhead(cursor, place)) arrive(cursor, { place, asked });
  return 'passed';
}

/** Whether another transport has moved the state since this one's last frame, or since it asked. */
const hasMoved = ({ place, asked }: Carried) => place.moves !== asked.moves;

/** Whether no filter has a part in the frame. */
const isWhole = ({ mixed, base, filter }: Asked) =>
  !mixed && filter === undefined && sameFilter(base, undefined);

/** Whether the frame changes the filter of the state: what came into view is told in full, what left is removed. */
const turns = ({ mixed, base, filter }: Asked) => !mixed && !sameFilter(base, filter);

/** Whether what a frame tells up to `cursor` can be applied to a state that has moved meanwhile. */
function fits(cursor: Cursor, { place, asked }: Carried): boolean {
  if (cursor.epoch !== place.cursor?.epoch || !sameFilter(place.under, asked.base)) return false;
  // What came into view at a cursor that lies behind may have changed since.
  return !turns(asked) || isAhead(cursor, place);
}

const isAhead = (cursor: Cursor, { cursor: here }: Place) =>
  cursor.epoch === here?.epoch && cursor.offset >= here.offset;

/** The frame from here on, with the rows that are new here. */
function cutToNew(frame: Received<DeltaFrame>, here: Cursor, { revisions }: Place): Received<DeltaFrame> {
  // A key that is removed in the same frame begins again: its row is all there is of it.
  const removed = new Set<Key>(frame.removals);
  const isNew = ({ key, revision }: Row) => removed.has(key) || revision > (revisions.get(key) ?? 0);
  return {
    ...frame,
    from: frame.from.offset < here.offset ? here : frame.from,
    rows: frame.rows.filter(isNew),
  };
}

function hold(rows: readonly Row[], { revisions }: Place): void {
  for (const { key, revision } of rows) revisions.set(key, revision);
}

function arrive(cursor: Cursor, { place, asked }: Carried): void {
  const under = asked.mixed && !place.every ? 'unsure' : asked.filter;
  // A changed filter changes the state though its cursor stay the same.
  if (!sameCursor(place.cursor, cursor) || !sameFilter(place.under, under)) place.moves++;
  place.cursor = cursor;
  place.under = asked.base = under;
  asked.moves = place.moves;
  asked.anew = false;
}
