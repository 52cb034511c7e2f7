import type { Hub } from '@tickway/hub';
import { parseKey, parseTopic, type Topic } from '@tickway/protocol';
import type { Clock } from '@tickway/hub';
import { Subscription, concatMap } from 'rxjs';
import type { Source } from './source';

/** The topic that says which feeds there are and how they do. */
export const FEEDS: Topic = parseTopic('feeds');

type State = 'live' | 'failed';

/** What a runner needs. */
export interface FeedRunnerOptions {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly sources: readonly Source[];
  /** Hears of a feed that failed. */
  readonly onFailure: (name: string, error: unknown) => void;
}

/** Runs the feeds into the hub. One that fails says so in topic `feeds`, and the others go on. */
export class FeedRunner {
  private readonly running = new Subscription();

  constructor(private readonly options: FeedRunnerOptions) {}

  start(): void {
    for (const source of this.options.sources) this.run(source);
  }

  stop(): void {
    this.running.unsubscribe();
  }

  private run(source: Source): void {
    const { hub, onFailure } = this.options;
    this.tell(source, 'live');
    this.running.add(
      source.feed.batches.pipe(concatMap(({ topic, updates }) => hub.publish(topic, updates))).subscribe({
        error: (error: unknown) => {
          onFailure(source.feed.name, error);
          this.tell(source, 'failed');
        },
      }),
    );
  }

  private tell({ feed, about }: Source, state: State): void {
    const { hub, clock } = this.options;
    const update = { key: parseKey(feed.name), fields: { ...about, state }, at: clock.now() };
    hub.publish(FEEDS, [update]).catch((error: unknown) => this.options.onFailure(feed.name, error));
  }
}
