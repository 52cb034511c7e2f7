import type { Received, Topic } from '@tickway/protocol';
import { TopicBooks } from './topic-books';

/** The books of one lane: the delays of each topic, and answers that told nothing. */
export class LaneBooks {
  private readonly topics = new Map<Topic, TopicBooks>();
  /** Frames that said only "nothing new": of polling, the empty answers. */
  heartbeats = 0;

  of(topic: Topic): TopicBooks {
    const books = this.topics.get(topic) ?? new TopicBooks();
    this.topics.set(topic, books);
    return books;
  }

  /** Books a frame that came at `now`, epoch ms, server clock. A snapshot tells what is, not what has just happened. */
  take(frame: Received, now: number): void {
    if (frame.type === 'heartbeat') this.heartbeats++;
    if (frame.type === 'delta') this.of(frame.topic).take(frame.rows, now);
  }

  clear(): void {
    this.heartbeats = 0;
    for (const books of this.topics.values()) books.clear();
  }
}
