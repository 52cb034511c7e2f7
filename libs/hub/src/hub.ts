import { FeedError, type Topic, type Update } from '@tickway/protocol';
import type { Commit } from './commit';
import type { Engine } from './engine';
import { HubSession, type SessionHost } from './hub-session';
import type { Session, SessionOptions } from './session';
import type { Subscriber } from './subscriber';
import type { TopicDefinition } from './topic-definition';
import { TopicStream } from './topic-stream';

/** What a hub is made of. */
export interface HubOptions {
  readonly engine: Engine;
  readonly topics: readonly TopicDefinition[];
}

interface Room {
  readonly stream: TopicStream;
  readonly subscribers: Set<Subscriber>;
}

/**
 * Keeps every topic's state and tells any number of sessions what changed since their cursors. Nothing
 * is queued for anybody: a session that takes later gets one frame with the merged changes.
 */
export class Hub {
  private readonly rooms: ReadonlyMap<Topic, Room>;
  private readonly unwatch: () => void;

  constructor(private readonly options: HubOptions) {
    const { engine, topics } = options;
    this.rooms = new Map(topics.map((definition) => [definition.topic, room(definition, engine.epoch)]));
    this.unwatch = engine.watch((commit) => this.commit(commit));
  }

  /** The topics there are. */
  get topics(): readonly TopicDefinition[] {
    return this.options.topics;
  }

  /**
   * Publishes one tick's updates of a topic.
   *
   * @throws FeedError `unknown_topic`
   */
  async publish(topic: Topic, updates: readonly Update[]): Promise<void> {
    this.room(topic);
    await this.options.engine.publish(topic, updates);
  }

  /**
   * Opens a session.
   *
   * @throws FeedError `unknown_topic`, or `bad_request` for cells on a topic without places
   */
  open(options: SessionOptions): Session {
    const host: SessionHost = {
      stream: (topic) => this.room(topic).stream,
      join: (subscriber) => this.room(subscriber.stream.definition.topic).subscribers.add(subscriber),
      leave: (subscriber) => this.room(subscriber.stream.definition.topic).subscribers.delete(subscriber),
    };
    return new HubSession(host, options);
  }

  /** Ends the watch on the engine; sessions get nothing new. The engine is its owner's to close. */
  close(): void {
    this.unwatch();
  }

  private commit(commit: Commit): void {
    const { stream, subscribers } = this.room(commit.topic);
    const before = stream.cursor;
    const touched = stream.apply(commit);
    const restarted = commit.epoch !== before.epoch;
    const seenBy = new Map<string, boolean>();
    for (const subscriber of subscribers) {
      if (subscriber.ready) continue;
      let seen = restarted || seenBy.get(subscriber.sightId);
      if (seen === undefined) {
        seen = subscriber.seesAny(touched, before.offset);
        seenBy.set(subscriber.sightId, seen);
      }
      if (seen) subscriber.look(before.offset);
    }
  }

  private room(topic: Topic): Room {
    const found = this.rooms.get(topic);
    if (!found) throw new FeedError('unknown_topic');
    return found;
  }
}

const room = (definition: TopicDefinition, epoch: string): Room => ({
  stream: new TopicStream(definition, epoch),
  subscribers: new Set(),
});
