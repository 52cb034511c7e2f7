import type { Clock, Hub } from '@tickway/hub';
import { parseKey, parseTopic, type Fields, type Topic } from '@tickway/protocol';
import { concatMap, interval, Subscription, tap, type SchedulerLike } from 'rxjs';
import type { Source } from './source';

/** The topic that says which feeds there are and how they do. */
export const FEEDS: Topic = parseTopic('feeds');

const LOOK_EVERY_MS = 1_000;

/** What a runner needs. */
export interface FeedRunnerOptions {
  readonly hub: Pick<Hub, 'publish'>;
  readonly clock: Clock;
  /** Beats the look at the feeds. */
  readonly scheduler: SchedulerLike;
  readonly sources: readonly Source[];
  /** Hears of a feed that failed; the others go on. */
  readonly onFailure: (name: string, error: unknown) => void;
}

/** Runs the feeds into the hub, and keeps topic `feeds`: who lives, who has gone silent, who failed. */
export class FeedRunner {
  private readonly running = new Subscription();
  private readonly runs: readonly Run[];

  constructor(private readonly options: FeedRunnerOptions) {
    this.runs = options.sources.map((source) => ({ source, heardAt: 0, failed: false, told: '' }));
  }

  start(): void {
    for (const run of this.runs) this.run(run);
    this.look();
    this.running.add(interval(LOOK_EVERY_MS, this.options.scheduler).subscribe(() => this.look()));
  }

  stop(): void {
    this.running.unsubscribe();
  }

  /** The feeds that say nothing any more, or failed. */
  get unwell(): readonly { readonly name: string; readonly state: 'stale' | 'failed' }[] {
    const now = this.options.clock.now();
    return this.runs.flatMap((run) => {
      const state = stateOf(run, now);
      return state === 'live' ? [] : [{ name: run.source.feed.name, state }];
    });
  }

  private run(run: Run): void {
    const { hub, clock, onFailure } = this.options;
    run.heardAt = clock.now();
    const batches = run.source.feed.batches.pipe(
      tap(() => (run.heardAt = clock.now())),
      concatMap(({ topic, updates }) => hub.publish(topic, updates)),
    );
    const fail = (error: unknown) => {
      run.failed = true;
      onFailure(run.source.feed.name, error);
      this.look();
    };
    this.running.add(batches.subscribe({ error: fail }));
  }

  /** Says of every feed what is not yet said. */
  private look(): void {
    const now = this.options.clock.now();
    for (const run of this.runs) {
      const fields: Fields = { ...run.source.about(now), state: stateOf(run, now) };
      const text = JSON.stringify(fields);
      if (text !== run.told) this.tell(run.source, fields, now);
      run.told = text;
    }
  }

  private tell({ feed }: Source, fields: Fields, at: number): void {
    const { hub, onFailure } = this.options;
    const told = hub.publish(FEEDS, [{ key: parseKey(feed.name), fields, at }]);
    told.catch((error: unknown) => onFailure(feed.name, error));
  }
}

interface Run {
  readonly source: Source;
  heardAt: number;
  failed: boolean;
  /** What topic `feeds` says of it, as text. */
  told: string;
}

function stateOf({ failed, heardAt, source: { staleMs = Infinity } }: Run, now: number) {
  if (failed) return 'failed';
  return now - heardAt > staleMs ? 'stale' : 'live';
}
