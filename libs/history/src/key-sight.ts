import { encodeFrame, type Cursor, type DeltaFrame, type Key, type SnapshotFrame } from '@tickway/protocol';
import { frameOf, rowsOf, type Recorded } from './recorded';

/** What of a record a filter lets through. */
interface Cut {
  readonly json: string;
  readonly rows: number;
}

/** A filter of keys, ready to cut frames. */
export interface KeySight {
  cut<F extends SnapshotFrame | DeltaFrame>(frame: F): F;
  /** The record with the seen keys only, for a receiver that stands at `from`; undefined when nothing of it is seen. */
  cutJson(recorded: Recorded, from: Cursor): Cut | undefined;
}

const everything: KeySight = { cut: (frame) => frame, cutJson: (recorded) => recorded };

/** Makes a filter of keys ready; undefined sees everything, and costs no parsing. */
export function seesKeys(keys: readonly Key[] | undefined): KeySight {
  if (keys === undefined) return everything;
  const wanted = new Set(keys);
  const cut: KeySight['cut'] = (frame) => ({
    ...frame,
    rows: frame.rows.filter(({ key }) => wanted.has(key)),
    ...(frame.type === 'delta' && { removals: frame.removals.filter((key) => wanted.has(key)) }),
  });
  return {
    cut,
    cutJson: (recorded, from) => (mayHold(recorded.json, keys) ? cutRecord(recorded, from, cut) : undefined),
  };
}

function cutRecord(recorded: Recorded, from: Cursor, cut: KeySight['cut']): Cut | undefined {
  const whole = frameOf(recorded);
  if (whole.type === 'gap') return recorded;
  const frame = cut(whole);
  const rows = rowsOf(frame);
  if (frame.type === 'snapshot') return { json: encodeFrame(frame), rows };
  return rows === 0 ? undefined : { json: encodeFrame({ ...frame, from }), rows };
}

/** Keys beyond which looking for each in the text costs more than parsing it. */
const MOST_SOUGHT = 8;

/** Whether a frame may tell of one of the keys, or of all: nearly every record is passed over without being parsed. */
const mayHold = (json: string, keys: readonly Key[]): boolean =>
  keys.length > MOST_SOUGHT || !json.startsWith(DELTA) || keys.some((key) => json.includes(`"${key}"`));

const DELTA = '{"type":"delta"';
