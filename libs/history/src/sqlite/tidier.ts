import type { DatabaseSync } from 'node:sqlite';
import type { Topic } from '@tickway/protocol';
import { keyframeDue } from '../keyframe';
import type { Recorded } from '../recorded';
import { keepMs, retentionOf, type RetentionPlan } from '../retention';
import { thin } from '../thin';
import type { BarTable } from './bar-table';
import type { ChunkRange, ChunkTable } from './chunk-table';
import { numberIn } from './columns';

/** Segments forgotten, and pages given back to the disk, in one step. */
const MOST_SEGMENTS = 20;
const MOST_PAGES = 2_000;

/**
 * Retention: packs each finished segment into one chunk, thins what is old, forgets what is older, and
 * keeps the file within its size. Each step is short, for reads and writes wait behind it.
 */
export class Tidier {
  constructor(
    private readonly database: DatabaseSync,
    private readonly chunks: ChunkTable,
    private readonly settings: { readonly bars: BarTable; readonly retention: RetentionPlan },
  ) {}

  /** Bytes in use. */
  get bytes(): number {
    return (this.pragma('page_count') - this.pragma('freelist_count')) * this.pragma('page_size');
  }

  /** What is due at `now`, epoch ms, as steps to be done in order, each in a transaction of its own; first what makes room. */
  steps(now: number): readonly (() => void)[] {
    const { bars, retention } = this.settings;
    const topics = this.chunks.topics();
    return [
      () => this.forgetOldest(),
      ...topics.map((topic) => () => this.forget(topic, now - keepMs(retentionOf(retention, topic)))),
      () => bars.forgetBefore(now - retention.secondBarsMs),
      ...topics.map((topic) => () => this.thin(topic, now)),
      ...topics.map((topic) => () => this.pack(topic)),
    ];
  }

  /** Gives free pages back to the disk. */
  shrink(): void {
    this.database.exec(`PRAGMA incremental_vacuum(${String(MOST_PAGES)})`);
  }

  /** Packs the oldest finished segment that is still in the pieces in which it came. */
  private pack(topic: Topic): void {
    const range = this.finishedSegment(topic, 0);
    if (!range) return;
    this.chunks.replace(range, { records: this.recordsIn(range), begins: 'segment', stage: 1 });
  }

  /** Thins the oldest segment that is due; a short one then joins the one before it. */
  private thin(topic: Topic, now: number): void {
    const { rawMs, thinned } = retentionOf(this.settings.retention, topic);
    const oldest = thinned && this.chunks.oldestOf(topic, 1);
    const range = oldest && oldest.ends <= now - rawMs ? this.finishedSegment(topic, 1) : undefined;
    if (!range || !thinned) return;
    const records = thin(this.recordsIn(range), thinned.everyMs);
    this.chunks.replace(range, { records, begins: this.joins(range) ? 'nothing' : 'segment', stage: 2 });
  }

  /** Whether a segment can do without a state of its own, so few rows has the one before. */
  private joins({ topic, first }: ChunkRange): boolean {
    const before = this.chunks.segmentOf(topic, first - 1);
    if (!before) return false;
    const rows = this.chunks.rowsIn({ topic, first: before.id, last: first - 1 });
    const [chunk] = this.chunks.range({ topic, first, last: first });
    return !keyframeDue(rows, chunk?.state?.()?.rows.length ?? 0);
  }

  /** Forgets segments whose every record is older than `cutoff`, epoch ms. */
  private forget(topic: Topic, cutoff: number): void {
    const kept = this.chunks.oldSegmentAt(topic, cutoff, MOST_SEGMENTS);
    if (kept) this.chunks.forgetBefore(topic, kept.id);
  }

  /** Forgets the oldest segment of all when the file is over its size. */
  private forgetOldest(): void {
    if (this.bytes <= this.settings.retention.mostBytes) return;
    const candidates = this.chunks.topics().flatMap((topic) => {
      const first = this.chunks.segmentAfter(topic, 0);
      const following = first && this.chunks.segmentAfter(topic, first.id);
      return following ? [{ topic, following }] : [];
    });
    const [oldest] = candidates.sort((a, b) => a.following.begins - b.following.begins);
    if (oldest) this.chunks.forgetBefore(oldest.topic, oldest.following.id);
  }

  /** The segment with the topic's oldest chunk of a stage, if another has begun since. */
  private finishedSegment(topic: Topic, stage: number): ChunkRange | undefined {
    const oldest = this.chunks.oldestOf(topic, stage);
    const following = oldest && this.chunks.segmentAfter(topic, oldest.id);
    const segment = oldest && this.chunks.segmentOf(topic, oldest.id);
    return following && segment && { topic, first: segment.id, last: following.id - 1 };
  }

  private recordsIn(range: ChunkRange): readonly Recorded[] {
    return [...this.chunks.range(range)].flatMap(({ records }) => [...records]);
  }

  private pragma(name: string): number {
    return numberIn(this.database.prepare(`PRAGMA ${name}`).get(), name);
  }
}
