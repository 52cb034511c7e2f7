import type { Worker } from 'node:worker_threads';
import type { Clock } from '@tickway/hub';
import { FeedError, type Key, type Topic } from '@tickway/protocol';
import type { BarTopics } from '../bars/bar-topics';
import type { BarSeries, HistoryStore, Page } from '../history-store';
import type { HistoryStatus } from '../history-status';
import { recordedOf } from '../recorded';
import { defaultRetention, type RetentionPlan } from '../retention';
import type { Answer, ForgetRequest, Opening, Request, WriterSettings } from './message';

/** What a history in SQLite is made of. */
export interface SqliteHistoryOptions extends BarTopics {
  /** File of the database; its folder is made when absent. */
  readonly path: string;
  readonly clock: Clock;
  /** Starts the thread: `() => new Worker(address of the bundled worker.ts)`. Called again when it died. */
  readonly startWorker: () => Worker;
  /** Called when it turns off, and when it is on again: once each, for the log. */
  readonly onTurn?: (status: HistoryStatus) => void;
  /** @default defaultRetention */
  readonly retention?: RetentionPlan;
  /** How long records wait for others before they are written, ms. @default 250 */
  readonly flushMs?: number;
  /** How long after a failure it is tried again, ms. @default 10_000 */
  readonly retryMs?: number;
}

/** Rows in one transaction at most, but for what one append holds. */
const FLUSH_ROWS = 2_000;
const TIDY_MS = 1_000;

/** A history in a SQLite file, written and read by a worker thread: this thread only passes text on. */
export function sqliteHistory(options: SqliteHistoryOptions): HistoryStore {
  const history = new SqliteHistory(options);
  return {
    get status() {
      return history.status;
    },
    append(frames) {
      const records = frames.flatMap((frame) => recordedOf(frame, options.clock) ?? []);
      return history.append(records);
    },
    read: (stretch) => history.ask((id) => ({ type: 'read', id, stretch })).then(pageIn),
    bars: (wish) => history.ask((id) => ({ type: 'bars', id, wish })).then(seriesIn),
    forgetKey: (topic, key) => history.forgetKey(topic, key),
    close: () => history.close(),
  };
}

interface Asked {
  readonly resolve: (answer: Answer) => void;
  readonly refuse: (error: FeedError) => void;
}

interface Unsafe {
  readonly request: Request;
  readonly resolve: () => void;
}

/** This thread's end of the worker: what was asked and not answered, what was sent and is not safe. */
class SqliteHistory {
  status: HistoryStatus = {
    state: 'on',
    oldest: {},
    newest: undefined,
    cuts: [],
    rows: 0,
    merged: 0,
    lost: 0,
    bytes: 0,
  };
  private readonly asked = new Map<number, Asked>();
  /** In the order of ids. */
  private readonly unsafe = new Map<number, Unsafe>();
  private readonly settings: WriterSettings;
  private worker: Worker | undefined;
  private restart: NodeJS.Timeout | undefined;
  private lastId = 0;
  private closing = false;

  constructor(private readonly options: SqliteHistoryOptions) {
    const { path, trades, quotes, retention = defaultRetention, flushMs = 250, retryMs = 10_000 } = options;
    this.settings = {
      path,
      trades,
      quotes,
      retention,
      flushMs,
      retryMs,
      flushRows: FLUSH_ROWS,
      tidyMs: TIDY_MS,
    };
    this.start();
  }

  append(records: Extract<Request, { type: 'append' }>['records']): Promise<void> {
    if (records.length === 0 || this.closing) return Promise.resolve();
    return new Promise((resolve) => {
      const request: Request = { type: 'append', id: ++this.lastId, records };
      this.unsafe.set(request.id, { request, resolve });
      this.worker?.postMessage(request);
    });
  }

  /** Step by step, so that records and questions are not kept waiting. */
  async forgetKey(topic: Topic, key: Key): Promise<void> {
    for (let after: number | undefined = 0; after !== undefined;) {
      const step: Omit<ForgetRequest, 'id'> = { type: 'forget', topic, key, after };
      after = nextIn(await this.ask((id) => ({ ...step, id })));
    }
  }

  /** @throws FeedError `history_off` when there is no answer to be had */
  ask(requestOf: (id: number) => Request): Promise<Answer> {
    const { worker } = this;
    if (!worker) return Promise.reject(historyOff(this.status.reason ?? 'it is closed'));
    return new Promise((resolve, refuse) => {
      const request = requestOf(++this.lastId);
      this.asked.set(request.id, { resolve, refuse });
      worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.restart);
    const { worker } = this;
    if (!worker) return;
    // Refused only when the worker dies in between; then there is nobody left to close.
    await this.ask((id) => ({ type: 'close', id })).catch(() => undefined);
    this.worker = undefined;
    await worker.terminate();
  }

  private start(): void {
    const worker = this.options.startWorker();
    const opening: Opening = { settings: this.settings };
    worker.postMessage(opening);
    this.worker = worker;
    worker.on('message', (answer: Answer) => this.hear(answer));
    worker.on('error', (error: unknown) =>
      this.ended(error instanceof Error ? error.message : 'the worker failed'),
    );
    worker.on('exit', () => this.ended('the worker ended'));
    // What a worker that died may not have kept goes to the next; it passes over what it finds kept.
    for (const { request } of this.unsafe.values()) worker.postMessage(request);
  }

  private hear(answer: Answer): void {
    if (answer.type === 'kept') return this.kept(answer.through, answer.status);
    const asked = this.asked.get(answer.id);
    this.asked.delete(answer.id);
    if (answer.type === 'refused') asked?.refuse(historyOff(answer.reason));
    else asked?.resolve(answer);
  }

  private kept(through: number, status: HistoryStatus): void {
    this.turn(status);
    for (const [id, { resolve }] of this.unsafe) {
      if (id > through) return;
      this.unsafe.delete(id);
      resolve();
    }
  }

  /** The worker died: of its own fault, or killed. */
  private ended(reason: string): void {
    if (!this.worker) return;
    this.worker = undefined;
    for (const { refuse } of this.asked.values()) refuse(historyOff(reason));
    this.asked.clear();
    if (this.closing) return;
    this.turn({ ...this.status, state: 'off', reason });
    this.restart = setTimeout(() => this.start(), this.settings.retryMs);
    this.restart.unref();
  }

  private turn(status: HistoryStatus): void {
    const turned = status.state !== this.status.state;
    this.status = status;
    if (turned) this.options.onTurn?.(status);
  }
}

const historyOff = (reason: string) => new FeedError('history_off', `history is off: ${reason}`);

function pageIn(answer: Answer): Page {
  if (answer.type === 'page') return answer.page;
  throw new TypeError('a read is answered by a page');
}

function nextIn(answer: Answer): number | undefined {
  if (answer.type === 'forgot') return answer.next;
  throw new TypeError('a step of forgetting is answered by the next');
}

function seriesIn(answer: Answer): BarSeries {
  if (answer.type === 'series') return answer.series;
  throw new TypeError('bars are answered by a series');
}
