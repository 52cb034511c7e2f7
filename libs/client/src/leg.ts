import type {
  DeltaFrame,
  GapFrame,
  HeartbeatFrame,
  Received,
  SnapshotFrame,
  Subscription,
  Topic,
} from '@tickway/protocol';
import { Subscription as Open, type Observable } from 'rxjs';
import { ask, type Asked } from './asked';
import { joinDelta, joinGap, joinHeartbeat, joinSnapshot, type Joined } from './join';
import { sameFilter, type Place } from './place';
import type { Places } from './places';
import type { Transport, Wish } from './transport';

/** One opening of one transport, from its first request to its end: what it was asked, and so what its frames mean. */
export class Leg {
  /** What is open; unsubscribed from, the transport closes. */
  readonly open = new Open();
  private readonly asked = new Map<Topic, Asked>();
  private readings = 0;

  constructor(
    readonly transport: Transport,
    private readonly places: Places,
  ) {}

  /** The wish as this leg's transport reads it. */
  wish(changed: Observable<void>): Wish {
    return { changed, current: () => this.read(), limits: () => this.places.limits };
  }

  /** Joins a frame to the places; moves them if it is delivered. */
  join(frame: Received): Joined<Received> {
    switch (frame.type) {
      case 'error':
      case 'bye':
        return frame;
      case 'heartbeat':
        return this.joinHeartbeat(frame);
      default:
        return this.joinTopic(frame);
    }
  }

  private joinTopic(frame: Received<DeltaFrame | SnapshotFrame | GapFrame>): Joined<Received> {
    const place = this.places.get(frame.topic);
    const asked = this.asked.get(frame.topic);
    if (!place || !asked) return 'nothing'; // on its way when the topic was dropped
    switch (frame.type) {
      case 'delta':
        return joinDelta(frame, { place, asked });
      case 'snapshot':
        return joinSnapshot(frame, { place, asked });
      case 'gap':
        return joinGap(frame, { place, asked });
    }
  }

  private joinHeartbeat(frame: Received<HeartbeatFrame>): Joined<Received> {
    const cursors: Record<string, NonNullable<Place['cursor']>> = {};
    for (const topic of this.places.topics) {
      const place = this.places.get(topic);
      const asked = this.asked.get(topic);
      if (place && asked && joinHeartbeat(frame, topic, { place, asked }) === 'stale') return 'stale';
      if (place?.cursor) cursors[topic] = place.cursor;
    }
    return { ...frame, cursors };
  }

  /** Each reading of a transport that asks by requests begins anew; a message changes what is running. */
  private read(): readonly Subscription[] {
    const running = this.readings++ > 0 && this.transport.asks === 'message';
    const before = new Map(this.asked);
    this.asked.clear();
    return this.places.topics.flatMap((topic) => {
      const place = this.places.get(topic);
      if (!place) return [];
      const { asked, subscription } = ask(topic, place);
      const present = running ? before.get(topic) : undefined;
      this.asked.set(topic, present ? turned(present, place) : asked);
      return [subscription];
    });
  }
}

/** What a message makes of a running stream: the same, or one of which no frame says whether it has heard. */
const turned = (asked: Asked, { wished }: Place): Asked =>
  sameFilter(asked.filter, wished) ? asked : { ...asked, filter: wished, mixed: true };
