import type { Topic } from '@tickway/protocol';
import { keyframeDue } from '../keyframe';
import { KeyedRows } from '../keyed-rows';
import { frameOf, type Recorded, type TopicFrame } from '../recorded';
import type { Chunk, ChunkTable, NewChunk } from './chunk-table';

/** What a record told its log. */
export interface Added {
  readonly frame: TopicFrame;
  /** Updates merged in it. */
  readonly merged: number;
  /** Time of the record before it, epoch ms. */
  readonly topicAt: number | undefined;
}

/** A topic's newest state, and the chunks of it that are being written. */
export class TopicLog {
  /** Rows of changes since the segment began. */
  private rows = 0;
  /** Whether the topic has no segment yet. */
  private empty = true;
  /** Time of the newest record, epoch ms. */
  newest: number | undefined;
  private open: { state: NewChunk['state']; records: Recorded[] } | undefined;

  constructor(
    private readonly topic: Topic,
    private readonly chunks: ChunkTable,
    readonly state = new KeyedRows(topic),
  ) {
    this.recall();
  }

  /** Takes a record; undefined when it is kept already (a writer that died after its commit sends again). */
  add(recorded: Recorded): Added | undefined {
    if (this.has(recorded)) return undefined;
    const frame = frameOf(recorded);
    const topicAt = this.newest;
    this.place().push(recorded);
    this.newest = recorded.at;
    this.rows += recorded.rows;
    return { frame, topicAt, merged: this.state.apply(frame) };
  }

  /** Writes the chunk that is open. */
  write(): void {
    if (this.open) this.chunks.add(this.topic, this.open);
    this.open = undefined;
  }

  private has({ cursor }: Recorded): boolean {
    const held = this.state.cursor;
    return held?.epoch === cursor.epoch && cursor.offset <= held.offset;
  }

  private place(): Recorded[] {
    const begin = this.empty || keyframeDue(this.rows, this.state.size);
    if (begin) this.beginSegment();
    this.open ??= { state: undefined, records: [] };
    return this.open.records;
  }

  private beginSegment(): void {
    this.write();
    this.open = { state: { frame: this.state.snapshot() }, records: [] };
    this.empty = false;
    this.rows = 0;
  }

  /** The state at the end of what is kept. */
  private recall(): void {
    const segment = this.chunks.segmentAt(this.topic, Infinity);
    if (!segment) return;
    this.empty = false;
    for (const chunk of this.chunks.range({ topic: this.topic, first: segment.id, last: Infinity })) {
      this.rows += chunk.rows;
      this.newest = chunk.ends;
      applyChunk(this.state, chunk, Infinity);
    }
  }
}

/** Applies a chunk's state, if it has one, and its records up to and with `to`. */
export function applyChunk(state: KeyedRows, { state: begin, records }: Chunk, to: number): void {
  const frame = begin?.();
  if (frame) state.apply(frame);
  for (const recorded of records) {
    if (recorded.at > to) return;
    state.apply(frameOf(recorded));
  }
}
