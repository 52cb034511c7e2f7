import {
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  Service,
  signal,
  untracked,
  type Signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { keyedState, type Connection } from '@tickway/client';
import {
  filterId,
  isTransportName,
  parseTopic,
  type Filter,
  type Subscription,
  type Topic,
  type TransportName,
} from '@tickway/protocol';
import { interval } from 'rxjs';
import { CONNECT } from './connect';
import { health } from './health';
import { liveTopic, type LiveTopic } from './live-topic';
import { perFrame } from './per-frame';
import { unionOf } from './union-of';

/** The topics of this page. */
export const topics = {
  quotes: parseTopic('quotes'),
  positions: parseTopic('positions'),
  feeds: parseTopic('feeds'),
} as const;

/** The transport when the address names none. */
export const DEFAULT_TRANSPORT: TransportName = 'socket.io';

/** How often ages and the meter are looked at, ms. */
const LOOK_MS = 500;

/** The page's one connection as signals: the only place of the page that touches the SDK. */
@Service()
export class Live {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly destroyed = inject(DestroyRef);
  private readonly needs = new Map<Topic, Map<object, Filter | undefined>>();
  private said = '';
  private readonly connection: Connection = inject(CONNECT)({
    url: this.window?.location.origin ?? '',
    transport: transportIn(this.window?.location.search ?? ''),
    subscriptions: [{ topic: topics.feeds }],
  });

  /** Quotes by symbol. */
  readonly quotes = this.follow(topics.quotes);
  /** Positions by vehicle. */
  readonly positions = this.follow(topics.positions);
  /** The feeds that run, by name. */
  readonly feeds = this.follow(topics.feeds);

  readonly status = toSignal(this.connection.status, { requireSync: true });
  readonly counts = toSignal(this.connection.counts, { requireSync: true });

  private readonly looked = signal({ at: Date.now(), meter: this.connection.meter.snapshot() });
  private readonly heardAt = signal(Date.now());

  /** The connection's meter, read twice a second. */
  readonly meter = computed(() => this.looked().meter);
  /** The server's time as estimated here, epoch ms, moving twice a second. */
  readonly serverTime = computed(() => this.looked().at + (this.meter().clockOffsetMs ?? 0));
  /** This machine's time, epoch ms, moving twice a second. */
  readonly time = computed(() => this.looked().at);
  /** How long nothing at all has come, ms; 0 while nothing is asked for that comes often. */
  readonly silentMs = computed(() => Math.max(0, this.looked().at - this.heardAt()));
  /** How the connection is, as a viewer wants to know it. */
  readonly health = computed(() => health(this.status(), this.silentMs()));

  constructor() {
    const heard = this.connection.frames.subscribe(() => this.hear());
    const look = interval(LOOK_MS).subscribe(() => this.look());
    this.destroyed.onDestroy(() => {
      heard.unsubscribe();
      look.unsubscribe();
      this.connection.close();
    });
  }

  /**
   * Asks for a topic as long as whoever is being constructed lives: for all of it, or for what `filter` says at each
   * moment. Keys that leave the filter leave the topic's state, unless another part of the page needs them.
   */
  need(topic: Topic, filter: Signal<Filter | undefined> = signal(undefined)): void {
    const needs = this.needs.get(topic) ?? new Map<object, Filter | undefined>();
    this.needs.set(topic, needs);
    needs.set(filter, untracked(filter));
    this.sayWish();
    effect(() => {
      needs.set(filter, filter());
      this.sayWish();
    });
    inject(DestroyRef).onDestroy(() => {
      needs.delete(filter);
      this.sayWish();
    });
  }

  /** Changes the transport, live. */
  switchTo(transport: TransportName): void {
    this.connection.switchTo(transport);
  }

  /** The server's time at this moment, epoch ms. */
  serverNow(): number {
    return Date.now() + (this.looked().meter.clockOffsetMs ?? 0);
  }

  private follow(topic: Topic): LiveTopic {
    const live = liveTopic();
    const subscription = this.connection.frames
      .pipe(keyedState(topic), perFrame())
      .subscribe((state) => live.write(state));
    this.destroyed.onDestroy(() => subscription.unsubscribe());
    return live;
  }

  private sayWish(): void {
    const wish = this.wish();
    const said = wish.map(({ topic, filter }) => `${topic} ${filterId(filter)}`).join('\n');
    if (said === this.said) return;
    this.said = said;
    this.hear();
    this.connection.subscribe(wish);
  }

  private wish(): readonly Subscription[] {
    const needed = [...this.needs].filter(([topic, needs]) => topic !== topics.feeds && needs.size > 0);
    return [
      { topic: topics.feeds },
      ...needed.map(([topic, needs]) => {
        const filter = unionOf([...needs.values()]);
        return filter ? { topic, filter } : { topic };
      }),
    ];
  }

  private hear(): void {
    this.heardAt.set(Date.now());
  }

  private look(): void {
    if (this.wish().length === 1) this.hear();
    this.looked.set({ at: Date.now(), meter: this.connection.meter.snapshot() });
  }
}

/** The transport an address asks for: `?transport=polling`. */
export function transportIn(search: string): TransportName {
  const name = new URLSearchParams(search).get('transport');
  return isTransportName(name) ? name : DEFAULT_TRANSPORT;
}
