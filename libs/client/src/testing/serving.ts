import { FeedError, type Received, type Subscription, type TransportName } from '@tickway/protocol';
import type { Subscriber } from 'rxjs';
import { delta, heartbeat, row, snapshot } from './frames';
import { TRANSIT_MS, type World } from './world';

/** What one opening is served with. */
export interface ServingOptions {
  readonly world: World;
  readonly name: TransportName;
  readonly subscriber: Subscriber<Received>;
  /** Acts later, unless it is closed by then. */
  readonly after: (ms: number, act: () => void) => void;
}

const LOOK_MS = 500;
const BURST_MS = 3_000;
const LIFE_MS = 4_000;

/** One opening, as the server serves it and the network carries it. */
export class Serving {
  /** The offset told last. */
  private at = 0;
  private readonly held: Received[] = [];
  /** Whether something was swallowed: a stream that has lost bytes never goes on. */
  private dead = false;

  constructor(private readonly options: ServingOptions) {}

  begin(asked: Subscription | undefined): void {
    const { world, name, subscriber, after } = this.options;
    this.say(this.answer(asked?.cursor?.offset));
    this.goOn();
    this.release();
    if (world.fate(name) === 'breaks') after(LIFE_MS, () => subscriber.error(new FeedError('lost')));
  }

  private answer(from: number | undefined): Received {
    const { offset } = this.options.world;
    this.at = offset;
    if (from === undefined) return snapshot(`e:${offset}`, [row('A', offset)]);
    if (from === offset) return heartbeat({ quotes: `e:${offset}` });
    return delta(`e:${from}→e:${offset}`, [row('A', offset)]);
  }

  private goOn(): void {
    this.options.after(LOOK_MS, () => {
      if (this.options.world.offset > this.at) this.say(this.answer(this.at));
      this.goOn();
    });
  }

  private say(frame: Received): void {
    const { world, name, subscriber, after } = this.options;
    const written = { ...frame, writtenAt: world.scheduler.now() };
    const fate = world.fate(name);
    if (fate === 'refused') return subscriber.error(new FeedError('lost'));
    this.dead ||= fate === 'silent';
    if (this.dead) return;
    if (fate === 'held' || this.held.length > 0) this.held.push(written);
    else after(TRANSIT_MS, () => subscriber.next(written));
  }

  /** What was held is passed on, all at once. */
  private release(): void {
    this.options.after(BURST_MS, () => {
      for (const frame of this.held.splice(0)) this.options.subscriber.next(frame);
      this.release();
    });
  }
}
