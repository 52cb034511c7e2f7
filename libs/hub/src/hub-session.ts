import { encodeFrame, type Cursor, type Frame, type Subscription, type Topic } from '@tickway/protocol';
import type { EncodedFrame, Session, SessionOptions } from './session';
import { Subscriber } from './subscriber';
import type { TopicStream } from './topic-stream';

/** What a session needs of its hub. */
export interface SessionHost {
  /** @throws FeedError `unknown_topic` */
  stream(topic: Topic): TopicStream;
  join(subscriber: Subscriber): void;
  leave(subscriber: Subscriber): void;
}

/** A session over a hub's streams: one subscriber a topic. */
export class HubSession implements Session {
  private subscribers = new Map<Topic, Subscriber>();
  /** Whether `onReady` was called and nothing taken since; true at first, so that opening calls nobody. */
  private told = true;

  constructor(
    private readonly host: SessionHost,
    private readonly options: SessionOptions,
  ) {
    this.subscribe(options.subscriptions);
    this.told = false;
  }

  get ready(): boolean {
    for (const { ready } of this.subscribers.values()) if (ready) return true;
    return false;
  }

  get cursors(): Readonly<Record<string, Cursor>> {
    const cursors: Record<string, Cursor> = {};
    for (const [topic, { cursor }] of this.subscribers) if (cursor) cursors[topic] = cursor;
    return cursors;
  }

  take(): readonly EncodedFrame[] {
    this.told = false;
    const frames: EncodedFrame[] = [];
    for (const subscriber of this.subscribers.values())
      if (subscriber.ready) frames.push(...subscriber.take());
    return frames;
  }

  heartbeat(): EncodedFrame {
    for (const subscriber of this.subscribers.values()) subscriber.skip();
    const frame: Frame = { type: 'heartbeat', cursors: this.cursors };
    return { frame, json: encodeFrame(frame) };
  }

  subscribe(subscriptions: readonly Subscription[]): void {
    for (const { topic, filter, known } of subscriptions) {
      this.host.stream(topic).assertSees(filter);
      this.host.stream(topic).assertSees(known ?? undefined);
    }
    const wanted = new Set(subscriptions.map(({ topic }) => topic));
    for (const topic of this.subscribers.keys()) if (!wanted.has(topic)) this.drop(topic);
    for (const wish of subscriptions) this.want(wish);
  }

  close(): void {
    for (const topic of this.subscribers.keys()) this.drop(topic);
  }

  private want(wish: Subscription): void {
    const present = this.subscribers.get(wish.topic);
    if (present) present.want(wish);
    else this.begin(wish);
  }

  private begin(wish: Subscription): void {
    const subscriber = new Subscriber(this.host.stream(wish.topic), wish, () => this.tell());
    this.subscribers.set(wish.topic, subscriber);
    this.host.join(subscriber);
  }

  private drop(topic: Topic): void {
    const subscriber = this.subscribers.get(topic);
    if (subscriber) this.host.leave(subscriber);
    this.subscribers.delete(topic);
  }

  private tell(): void {
    if (this.told) return;
    this.told = true;
    this.options.onReady?.();
  }
}
