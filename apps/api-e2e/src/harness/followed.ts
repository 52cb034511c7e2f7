import type { Connection, Counts, Status } from '@tickway/client';
import type { Received, Topic } from '@tickway/protocol';
import { Subscription, merge } from 'rxjs';
import { within } from './deadline';

/** What comes through an SDK connection, looked at from outside. */
export class Followed {
  readonly frames: Received[] = [];
  /** The `n` of every row, in the order of arrival: a count that does not trust the SDK's. */
  readonly numbers: number[] = [];
  counts: Counts = { missing: 0, double: 0, gaps: 0, switches: 0, reconnects: 0 };
  status: Status | undefined;
  private readonly following = new Subscription();

  constructor(
    private readonly connection: Connection,
    topic: Topic,
  ) {
    this.following.add(connection.frames.subscribe((frame) => this.take(frame, topic)));
    this.following.add(connection.counts.subscribe((counts) => (this.counts = counts)));
    this.following.add(connection.status.subscribe((status) => (this.status = status)));
  }

  get live(): boolean {
    return this.status?.state === 'live';
  }

  /** Waits until `condition` holds, looking anew at whatever comes. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const { frames, status, counts } = this.connection;
    let looking: Subscription | undefined;
    const met = new Promise<void>((resolve) => {
      looking = merge(frames, status, counts).subscribe(() => condition() && resolve());
    });
    await within(met, () => `${what}; at ${JSON.stringify([this.status, this.counts])}`).finally(() =>
      looking?.unsubscribe(),
    );
  }

  stop(): void {
    this.following.unsubscribe();
  }

  private take(frame: Received, topic: Topic): void {
    this.frames.push(frame);
    if ((frame.type !== 'delta' && frame.type !== 'snapshot') || frame.topic !== topic) return;
    for (const { fields } of frame.rows) if (typeof fields.n === 'number') this.numbers.push(fields.n);
  }
}

/** Looks at an SDK connection from outside. */
export const follow = (connection: Connection, topic: Topic): Followed => new Followed(connection, topic);
