import type { Key, SnapshotFrame, Topic } from '@tickway/protocol';
import { keyframeDue } from '../keyframe';
import { KeyedRows } from '../keyed-rows';
import { frameOf, type Recorded, type TopicFrame } from '../recorded';
import { frameWithout, recordWithout } from '../without-key';

/** A state and the records that follow it. What is forgotten is forgotten by segments, so that the rest stays whole. */
interface Segment {
  /** Before the first record. */
  readonly state: SnapshotFrame | undefined;
  readonly records: Recorded[];
  rows: number;
  bytes: number;
}

/** One topic's records in memory. */
export class MemoryTopic {
  private readonly segments: Segment[] = [];
  private readonly now: KeyedRows;
  rows = 0;
  bytes = 0;
  /** Time of the newest record, epoch ms. */
  newest: number | undefined;

  constructor(private readonly topic: Topic) {
    this.now = new KeyedRows(topic);
  }

  /** The state after everything that was recorded. */
  get state(): KeyedRows {
    return this.now;
  }

  /** Time of the oldest record, epoch ms; Infinity when there is none. */
  get oldest(): number {
    return this.segments[0]?.records[0]?.at ?? Infinity;
  }

  /** Keeps a record; returns how many updates were merged in it. */
  add(recorded: Recorded, frame: TopicFrame): number {
    const segment = this.openSegment();
    segment.records.push(recorded);
    this.newest = recorded.at;
    this.count(segment, recorded.rows, recorded.json.length);
    return this.now.apply(frame);
  }

  /** Forgets the oldest segment if everything in it is older than `cutoff`, epoch ms. Whether it did. */
  forgetBefore(cutoff: number): boolean {
    const [oldest, following] = this.segments;
    const over = following?.records[0];
    if (!oldest || !over || over.at > cutoff) return false;
    this.segments.shift();
    this.rows -= oldest.rows;
    this.bytes -= oldest.bytes;
    return true;
  }

  /** Forgets all that was recorded of a key. */
  forgetKey(key: Key): void {
    this.now.forget(key);
    const segments = this.segments.splice(0);
    [this.rows, this.bytes] = [0, 0];
    for (const { state, records } of segments) {
      const segment = this.begin(state && frameWithout(state, key));
      for (const recorded of records.map((one) => recordWithout(one, key))) {
        segment.records.push(recorded);
        this.count(segment, recorded.rows, recorded.json.length);
      }
    }
  }

  /** The state after everything up to and with `at`. */
  stateAt(at: number): KeyedRows | undefined {
    const segment = this.segments.findLast(({ records }) => (records[0]?.at ?? Infinity) <= at);
    if (!segment) return undefined;
    const state = new KeyedRows(this.topic);
    if (segment.state) state.apply(segment.state);
    for (const recorded of segment.records) {
      if (recorded.at > at) break;
      state.apply(frameOf(recorded));
    }
    return state;
  }

  /** The records in (after, to]. */
  *recordsIn(after: number, to: number): Generator<Recorded> {
    for (const { records } of this.segments) {
      if ((records.at(-1)?.at ?? -Infinity) <= after) continue;
      for (const recorded of records) {
        if (recorded.at > to) return;
        if (recorded.at > after) yield recorded;
      }
    }
  }

  private openSegment(): Segment {
    const last = this.segments.at(-1);
    if (last && !keyframeDue(last.rows, this.now.size)) return last;
    return this.begin(this.now.snapshot());
  }

  private begin(state: SnapshotFrame | undefined): Segment {
    const segment: Segment = { state, records: [], rows: 0, bytes: 0 };
    this.segments.push(segment);
    this.count(segment, state?.rows.length ?? 0, 0);
    return segment;
  }

  private count(segment: Segment, rows: number, bytes: number): void {
    segment.rows += rows;
    segment.bytes += bytes;
    this.rows += rows;
    this.bytes += bytes;
  }
}
