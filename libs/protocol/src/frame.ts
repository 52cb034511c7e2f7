import type { Cursor } from './cursor';
import type { ErrorCode } from './error-code';
import type { Key } from './key';
import type { Topic } from './topic';
import type { Fields } from './update';

/** One key in a frame. */
export interface Row {
  readonly key: Key;
  /** In a snapshot all fields, in a delta those changed since the frame's `from`. */
  readonly fields: Fields;
  /**
   * How many updates this key has had, so this is the `revision`-th. A receiver that last saw revision
   * r knows that `revision - r - 1` updates were merged on the way (or, on an `every` topic, lost).
   */
  readonly revision: number;
  /** When the hub committed it, epoch ms, server clock. */
  readonly committedAt: number;
  /** When the source saw it, epoch ms, source clock. */
  readonly at: number;
}

/** All keys of a topic (under the filter) at `cursor`: replaces whatever the receiver held. */
export interface SnapshotFrame {
  readonly type: 'snapshot';
  readonly topic: Topic;
  readonly cursor: Cursor;
  readonly rows: readonly Row[];
  /** Time of the newest commit in the frame, epoch ms, server clock. */
  readonly committedAt: number;
}

/**
 * What changed after `from` up to `cursor`: applied to the state at `from`, first the removals, then the
 * rows, it gives the state at `cursor`.
 */
export interface DeltaFrame {
  readonly type: 'delta';
  readonly topic: Topic;
  readonly from: Cursor;
  readonly cursor: Cursor;
  readonly rows: readonly Row[];
  /** Keys that ended or left the filter, to be applied before the rows (a key may end and begin again); a receiver may get one it does not hold. */
  readonly removals: readonly Key[];
  /** Time of the newest commit in the frame, epoch ms, server clock. */
  readonly committedAt: number;
}

/** Nothing to tell, and still here; moves the cursors over what the filters left out. */
export interface HeartbeatFrame {
  readonly type: 'heartbeat';
  readonly cursors: Readonly<Record<string, Cursor>>;
}

/** Why a cursor cannot be continued from: another life of the topic, too far behind, or beyond the end. */
export type GapReason = 'epoch' | 'expired' | 'ahead';

/** The receiver's cursor cannot be continued from; a snapshot of the topic is the next frame. */
export interface GapFrame {
  readonly type: 'gap';
  readonly topic: Topic;
  readonly from: Cursor;
  readonly cursor: Cursor;
  readonly reason: GapReason;
  /** How many updates will never come, `null` when that cannot be known (another epoch). */
  readonly lost: number | null;
}

/** One request was refused; the connection goes on. */
export interface ErrorFrame {
  readonly type: 'error';
  readonly code: ErrorCode;
  readonly message: string;
}

/** The last frame: the server ends the connection and says when to come back (if the code says come back). */
export interface ByeFrame {
  readonly type: 'bye';
  readonly code: ErrorCode;
  readonly retryAfterMs: number;
}

/** One unit on the wire. */
export type Frame = SnapshotFrame | DeltaFrame | HeartbeatFrame | GapFrame | ErrorFrame | ByeFrame;

/** A frame as a receiver has it: with the time at which the server wrote it, epoch ms, server clock. */
export type Received<F extends Frame = Frame> = F & { readonly writtenAt: number };
