import { computed, DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { keyedState, type Connection } from '@tickway/client';
import { isTransportName, parseTopic, type Topic, type TransportName } from '@tickway/protocol';
import { interval } from 'rxjs';
import { CONNECT } from './connect';
import { health } from './health';
import { liveTopic, type LiveTopic } from './live-topic';
import { perFrame } from './per-frame';

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
  private readonly needs = new Map<Topic, number>();
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

  /** Asks for a topic as long as whoever is being constructed lives. */
  need(topic: Topic): void {
    this.count(topic, 1);
    inject(DestroyRef).onDestroy(() => this.count(topic, -1));
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

  private count(topic: Topic, by: 1 | -1): void {
    const before = this.wish();
    this.needs.set(topic, (this.needs.get(topic) ?? 0) + by);
    if (this.wish().join() === before.join()) return;
    this.hear();
    this.connection.subscribe(this.wish().map((wanted) => ({ topic: wanted })));
  }

  private wish(): readonly Topic[] {
    return [topics.feeds, topics.quotes, topics.positions].filter(
      (topic) => topic === topics.feeds || (this.needs.get(topic) ?? 0) > 0,
    );
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
