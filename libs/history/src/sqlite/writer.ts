import type { HistoryStatus } from '../history-status';
import type { Recorded } from '../recorded';
import type { Archive } from './archive';
import type { Answer, Request } from './message';

type Question = Exclude<Request, { readonly type: 'append' | 'close' }>;

/** What a writer is made of. */
export interface WriterOptions {
  /** Opens the archive. @throws Error when it cannot */
  readonly open: () => Archive;
  readonly answer: (answer: Answer) => void;
  /** Asks for {@link Writer.flush} soon; called once until then. */
  readonly wake: () => void;
  /** Rows for which a flush is not waited for. */
  readonly flushRows: number;
}

/**
 * The worker's mind, without its timers: gathers records, writes them in one transaction, answers
 * questions after writing what came before them. When the disk fails it keeps what it has (its sender
 * does not send more than a bounded part unsafe), says so, and writes it when the disk is back.
 */
export class Writer {
  private archive: Archive | undefined;
  private pending: Recorded[] = [];
  private pendingRows = 0;
  private received = 0;
  private counts = { rows: 0, merged: 0, lost: 0 };
  private reason: string | undefined;
  private last: Pick<HistoryStatus, 'oldest' | 'newest' | 'cuts' | 'bytes'> = {
    oldest: {},
    newest: undefined,
    cuts: [],
    bytes: 0,
  };

  constructor(private readonly options: WriterOptions) {}

  /** Whether the last try failed; then nothing is tried until {@link retry}. */
  get off(): boolean {
    return this.reason !== undefined;
  }

  handle(request: Request): void {
    switch (request.type) {
      case 'append':
        return this.gather(request.id, request.records);
      case 'close':
        return this.close(request.id);
      default:
        return this.ask(request);
    }
  }

  /** Opens what is not open, and writes what is pending. */
  retry(now: number): void {
    this.reason = undefined;
    // A file at its size takes nothing before something went.
    this.attempt((archive) => archive.tidy(now));
    this.flush();
  }

  /** Writes what is pending. */
  flush(): void {
    if (!this.off) this.attempt((archive) => this.write(archive));
    this.tell();
  }

  /** Lets retention do a bounded part at `now`, epoch ms. */
  tidy(now: number): void {
    if (!this.off && !this.attempt((archive) => archive.tidy(now))) this.tell();
  }

  private gather(id: number, records: readonly Recorded[]): void {
    this.received = id;
    const first = this.pending.length === 0;
    this.pending.push(...records);
    for (const { rows } of records) this.pendingRows += rows;
    if (this.pendingRows >= this.options.flushRows) this.flush();
    else if (first) this.options.wake();
  }

  private ask(request: Question): void {
    if (this.pending.length > 0) this.flush();
    try {
      this.options.answer(this.answerTo(request, this.archive ?? this.open()));
    } catch (error) {
      this.options.answer({ type: 'refused', id: request.id, reason: reasonOf(error) });
    }
  }

  private answerTo(request: Question, archive: Archive): Answer {
    const { id } = request;
    switch (request.type) {
      case 'read':
        return { type: 'page', id, page: archive.read(request.stretch) };
      case 'bars':
        return { type: 'series', id, series: archive.barsOf(request.wish) };
      case 'forget':
        // What waits to be written would bring the key back.
        return this.off
          ? { type: 'refused', id, reason: this.reason ?? '' }
          : { type: 'forgot', id, next: archive.forgetKey(request) };
    }
  }

  private close(id: number): void {
    this.flush();
    this.shut();
    this.options.answer({ type: 'closed', id });
  }

  /** Whether it could be done. */
  private attempt(act: (archive: Archive) => void): boolean {
    try {
      act(this.archive ?? this.open());
      return true;
    } catch (error) {
      // Whatever SQLite or the file system says: the live feed must not care, the log and the page should.
      this.reason = reasonOf(error);
      if (!isFull(error)) this.shut();
      return false;
    }
  }

  private write(archive: Archive): void {
    if (this.pending.length > 0) this.count(archive.append(this.pending));
    this.pending = [];
    this.pendingRows = 0;
  }

  private shut(): void {
    this.archive?.close();
    this.archive = undefined;
  }

  private open(): Archive {
    this.archive = this.options.open();
    return this.archive;
  }

  private count({ rows, merged, lost }: { rows: number; merged: number; lost: number }): void {
    this.counts = {
      rows: this.counts.rows + rows,
      merged: this.counts.merged + merged,
      lost: this.counts.lost + lost,
    };
  }

  private tell(): void {
    if (this.archive && !this.off) this.last = this.archive.extent;
    const state = this.off
      ? ({ state: 'off', reason: this.reason ?? '' } as const)
      : ({ state: 'on' } as const);
    const through = this.pending.length === 0 ? this.received : 0;
    this.options.answer({ type: 'kept', through, status: { ...state, ...this.last, ...this.counts } });
  }
}

/** Whether there is just no room: the file is whole and can be read, and could not even be opened anew. */
const isFull = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_FULL;

const SQLITE_FULL = 13;

/** What SQLite or the file system says, in its words. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
