import type { Cursor, Received, Topic } from '@tickway/protocol';
import { within } from './deadline';
import { HeldTopic } from './held-topic';

/** How a connection ended. */
export interface End {
  /** The close code of a socket. */
  readonly code?: number;
}

/** The end of a line: keeps every frame, applies it, and lets a test wait for what it expects. */
export class Receiver {
  readonly frames: Received[] = [];
  readonly ended: Promise<End>;
  /** Whether the server said its last word, or nobody listens any more. */
  over = false;
  private readonly topics = new Map<string, HeldTopic>();
  private readonly waiting = new Set<() => void>();
  /** How many frames `next` has passed. */
  private seen = 0;
  private finish: (end: End) => void = () => undefined;

  constructor() {
    this.ended = new Promise((resolve) => (this.finish = resolve));
  }

  /** What is held of a topic. */
  of(topic: Topic | string): HeldTopic {
    const held = this.topics.get(topic) ?? new HeldTopic();
    this.topics.set(topic, held);
    return held;
  }

  cursor(topic: Topic): Cursor | undefined {
    return this.of(topic).cursor;
  }

  get faults(): readonly string[] {
    return [...this.topics.values()].flatMap(({ faults }) => faults);
  }

  readonly receive = (frame: Received): void => {
    this.frames.push(frame);
    if (frame.type === 'bye' || frame.type === 'error') this.over = true;
    if ('topic' in frame) this.of(frame.topic).apply(frame);
    if (frame.type === 'heartbeat')
      for (const [topic, cursor] of Object.entries(frame.cursors)) this.of(topic).moveTo(cursor);
    for (const look of this.waiting) look();
  };

  readonly end = (end: End): void => this.finish(end);

  /** The next frame, after those that earlier calls gave or passed over, that is `wanted`. */
  async next<T extends Received>(wanted: (frame: Received) => frame is T, what: string): Promise<T> {
    let found: T | undefined;
    await this.until(() => {
      while (!found && this.seen < this.frames.length) {
        const frame = this.frames[this.seen++];
        if (frame && wanted(frame)) found = frame;
      }
      return found !== undefined;
    }, what);
    if (!found) throw new Error(`no ${what}`);
    return found;
  }

  /** Waits until `condition` holds, looking anew at each frame. */
  async until(condition: () => boolean, what: string): Promise<void> {
    let look: () => void = () => undefined;
    const met = new Promise<void>((resolve) => {
      look = () => condition() && resolve();
    });
    this.waiting.add(look);
    look();
    await within(met, () => `${what}; the last frames were ${tail(this.frames)}`).finally(() =>
      this.waiting.delete(look),
    );
  }
}

const tail = (frames: readonly Received[]) => JSON.stringify(frames.slice(-3)).slice(0, 1_500);
