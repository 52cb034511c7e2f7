import {
  decodeFrame,
  formatCursor,
  type Cursor,
  type DeltaFrame,
  type Frame,
  type Row,
  type Topic,
} from '@tickway/protocol';
import type { HistoryStore, Stretch } from '../history-store';
import type { Plain } from './world';

/** Everything of a stretch, page after page. */
export async function readAll(store: HistoryStore, stretch: Stretch): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  let { begin } = stretch;
  for (;;) {
    const page = await store.read({ ...stretch, begin });
    frames.push(...page.frames.map((json) => decodeFrame(json)));
    frames.push({ type: 'heartbeat', cursors: page.cursors });
    if (page.next === undefined) return frames;
    begin = { after: page.next };
  }
}

/** Applies frames as PROTOCOL.md says, and keeps every row that came in a delta. */
export class Viewer {
  readonly told: (Row & { readonly topic: Topic })[] = [];
  readonly gaps: Frame[] = [];
  readonly cursors: Record<string, Cursor> = {};
  private readonly states = new Map<Topic, Plain>();

  /** Throws when a delta does not begin where the viewer is. */
  apply(frame: Frame): void {
    if (frame.type === 'gap') this.gaps.push(frame);
    if (frame.type === 'heartbeat') Object.assign(this.cursors, frame.cursors);
    if (frame.type === 'snapshot') this.states.set(frame.topic, stateOf({}, frame.rows));
    if (frame.type === 'delta') this.change(frame);
    if (frame.type === 'snapshot' || frame.type === 'delta') this.cursors[frame.topic] = frame.cursor;
  }

  state(topic: Topic): Plain {
    return this.states.get(topic) ?? {};
  }

  private change({ topic, from, rows, removals }: DeltaFrame): void {
    const at = this.cursors[topic];
    if (at && formatCursor(at) !== formatCursor(from))
      throw new Error(`at ${formatCursor(at)}, told from ${formatCursor(from)}`);
    const kept = Object.entries(this.state(topic)).filter(
      ([key]) => !removals.some((removed) => removed === key),
    );
    this.states.set(topic, stateOf(Object.fromEntries(kept), rows));
    this.told.push(...rows.map((row) => ({ ...row, topic })));
  }
}

const stateOf = (before: Plain, rows: readonly Row[]): Plain =>
  rows.reduce((state, { key, fields }) => ({ ...state, [key]: { ...state[key], ...fields } }), before);
