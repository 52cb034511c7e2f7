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
import { keyedState, type Connection, type KeyedState } from '@tickway/client';
import {
  filterId,
  parseTopic,
  type Filter,
  type Received,
  type Topic,
  type ViewerLimits,
} from '@tickway/protocol';
import { BehaviorSubject, interval, NEVER, Subject, switchMap, timer, type Observable } from 'rxjs';
import { AutoMode } from './auto-mode';
import { BEFORE_STREAM, loadFirst } from './before-stream';
import { CONNECT } from './connect';
import { crowdedMs } from './crowded-ms';
import { followPageLife } from './follow-page-life';
import { health } from './health';
import { injectSameFrame } from './inject-same-frame';
import { liveTopic, type LiveTopic } from './live-topic';
import { Needs } from './needs';
import { perFrame } from './per-frame';
import { presentState, type PresentState } from './present-state';
import type { Source } from './source';
import { choiceIn, firstOf, type TransportChoice } from './transport-choice';

/** The topics of this page. */
export const topics = {
  quotes: parseTopic('quotes'),
  positions: parseTopic('positions'),
  flights: parseTopic('flights'),
  trades: parseTopic('trades'),
  depth: parseTopic('depth'),
  feeds: parseTopic('feeds'),
} as const;

interface Asked {
  readonly topic: Topic;
  readonly filter: Signal<Filter | undefined>;
  readonly shown: boolean;
}

/** How often ages and the meter are looked at, ms. */
const LOOK_MS = 500;

/** When a page in auto mode, which may come to stream, loads what comes before a stream, ms from its beginning. */
const LOAD_MS = 2_000;

/** The page's one connection as signals: the only place of the page that touches the SDK. */
@Service()
export class Live {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly draw = injectSameFrame();
  private readonly destroyed = inject(DestroyRef);
  private readonly needs = new Needs(topics.feeds);
  private readonly presents = new Map<Topic, PresentState>();
  /** The wish as last said; at first the one that the connection is opened with. */
  private said = `${topics.feeds} `;
  /** The server's clock less this machine's, as last estimated, ms. */
  private offsetMs = 0;
  private readonly chosen = signal(choiceIn(this.window?.location.search ?? ''));
  private readonly beforeStream = inject(BEFORE_STREAM);
  private readonly connection: Connection = inject(CONNECT)({
    url: this.window?.location.origin ?? '',
    transport: firstOf(this.chosen()),
    subscriptions: [{ topic: topics.feeds }],
    every: [topics.trades],
    ...(this.chosen() === 'streaming' && { after: loadFirst(this.beforeStream) }),
  });
  private chosenAt = Date.now();
  private readonly autoMode = new AutoMode(this.connection);
  /** The transport that the viewer chose, or auto mode. */
  readonly choice = this.chosen.asReadonly();
  /** What auto mode has done and why; undefined when a transport was chosen. */
  readonly auto = this.autoMode.state;

  private readonly present: Source = {
    frames: this.connection.frames,
    jumps: NEVER,
    now: () => Date.now() + this.offsetMs,
  };
  private readonly source = new BehaviorSubject(this.present);
  private readonly begun = new Subject<void>();
  private begins = 0;

  /** Quotes by symbol. */
  readonly quotes = this.follow(topics.quotes);
  /** Positions by vehicle. */
  readonly positions = this.follow(topics.positions);
  /** The world's flights by number: positions too, of another scene. */
  readonly flights = this.follow(topics.flights);
  /** Order books by symbol. */
  readonly depth = this.follow(topics.depth);
  /** The feeds that run, or ran at the moment that is shown, by name. */
  readonly feeds = this.follow(topics.feeds);

  /** Frames of whatever is shown, as they come: for a topic each of whose rows counts, such as trades. */
  readonly frames: Observable<Received> = this.source.pipe(switchMap(({ frames }) => frames));
  /** Another story begins, told before its first frame: the present, or a moment of the past. */
  readonly begin: Observable<void> = this.begun.asObservable();

  private readonly told = signal(0);
  /**
   * Which story the topics tell; moves with the first of them that tells another. What is drawn of several moments (a
   * line of prices, a trail) begins anew with it.
   */
  readonly story = this.told.asReadonly();

  private readonly wanted = signal<readonly Topic[]>([], { equal: sameTopics });
  /** The topics that parts of the page show at this moment. */
  readonly needed = this.wanted.asReadonly();
  private readonly past = signal(false);
  /** Whether what the page shows is a stretch of the past. */
  readonly replayed = this.past.asReadonly();
  /** Whether the present was asked for and has not come yet. */
  private readonly returning = signal(false);

  private readonly limited = signal<ViewerLimits>({});
  /** The viewer's own limits. */
  readonly limits = this.limited.asReadonly();

  readonly status = toSignal(this.connection.status, { requireSync: true });
  readonly counts = toSignal(this.connection.counts, { requireSync: true });

  /** When anything came last, epoch ms. No signal: it moves with every message, and would have the page drawn for each. */
  private heardAt = Date.now();
  private readonly looked = signal(this.lookAround());

  /** The connection's meter, read twice a second. */
  readonly meter = computed(() => this.looked().meter);
  /** The time of what is shown, epoch ms, server clock, moving twice a second: now, or the moment that is replayed. */
  readonly serverTime = computed(() => this.looked().serverTime);
  /** The server's time, epoch ms, moving twice a second, whatever is shown. */
  readonly presentTime = computed(() => this.looked().at + (this.meter().clockOffsetMs ?? 0));
  /** This machine's time, epoch ms, moving twice a second. */
  readonly time = computed(() => this.looked().at);
  /** How long nothing at all has come, ms; 0 while nothing is asked for that comes often. */
  readonly silentMs = computed(() => this.looked().silentMs);
  /** For how long a connection has been waited for in vain that the browser may have none of, ms; else 0. */
  readonly crowdedMs = computed(() => {
    const { silentMs, at } = this.looked();
    return crowdedMs(this.status(), { choice: this.chosen(), silentMs, chosenMs: at - this.chosenAt });
  });
  /** How what is shown comes, as a viewer wants to know it. The past does not fall silent: its gaps are part of it. */
  readonly health = computed(() => {
    if (this.past()) return 'live';
    return this.returning() ? 'connecting' : health(this.status(), this.silentMs(), this.limited());
  });

  constructor() {
    if (this.chosen() === 'auto') this.autoMode.start();
    const heard = this.connection.frames.subscribe((frame) => {
      this.hear();
      // A topic that was watched all along comes back by a delta.
      if (frame.type !== 'snapshot' && frame.type !== 'delta') return;
      if (this.wanted().includes(frame.topic)) this.returning.set(false);
    });
    const jumps = this.source.pipe(switchMap((source) => source.jumps)).subscribe(() => this.beginStory());
    const look = interval(LOOK_MS).subscribe(() => this.look());
    const load = timer(LOAD_MS).subscribe(() => void loadFirst(this.beforeStream));
    if (this.window) this.destroyed.onDestroy(followPageLife(this.connection, this.window));
    this.destroyed.onDestroy(() => {
      for (const running of [heard, jumps, look, load]) running.unsubscribe();
      for (const present of this.presents.values()) present.close();
      this.autoMode.stop();
      this.connection.close();
    });
  }

  /**
   * Asks for a topic as long as whoever is being constructed lives: for all of it, or for what `filter` says at each
   * moment. Keys that leave the filter leave the topic's state, unless another part of the page needs them.
   */
  need(topic: Topic, filter: Signal<Filter | undefined> = signal(undefined)): void {
    this.ask({ topic, filter, shown: true });
  }

  /**
   * Asks for a topic of the present as long as whoever is being constructed lives, also while the past is shown, and
   * tells of each change at once, in a tab out of sight too, which gets no animation frames.
   */
  watch(topic: Topic, filter: Signal<Filter | undefined>, act: (change: KeyedState) => void): void {
    this.ask({ topic, filter, shown: false });
    const watching = this.presentOf(topic).changes.subscribe(act);
    inject(DestroyRef).onDestroy(() => watching.unsubscribe());
  }

  /** Changes the transport, live, or leaves that to auto mode. */
  switchTo(choice: TransportChoice): void {
    this.chosen.set(choice);
    this.chosenAt = Date.now();
    if (choice === 'auto') return this.autoMode.start();
    this.autoMode.stop();
    if (choice !== 'streaming') return this.connection.switchTo(choice);
    void loadFirst(this.beforeStream).then(() => {
      if (this.chosen() === choice) this.connection.switchTo(choice);
    });
  }

  /** States the viewer's own limits anew, live. */
  limit(limits: ViewerLimits): void {
    this.connection.limit(limits);
    this.limited.set(limits);
  }

  /** The time of what is shown at this moment, epoch ms, server clock: now, or the moment that is replayed. */
  serverNow(): number {
    return this.source.value.now();
  }

  /** The server's time at this moment, epoch ms, whatever is shown. */
  presentNow(): number {
    return this.present.now();
  }

  /**
   * Shows another source than the connection until {@link playLive}. The connection stays open, for the feeds and what is
   * watched: what nobody looks at is neither sent nor read.
   */
  playFrom(source: Source): void {
    this.past.set(true);
    this.turnTo(source);
  }

  /** Shows the connection again; what is held counts as old until its snapshots come. */
  playLive(): void {
    if (!this.past()) return;
    this.past.set(false);
    this.returning.set(this.wanted().length > 0);
    this.turnTo(this.present);
  }

  private ask({ topic, filter, shown }: Asked): void {
    const say = () => {
      this.needs.state(topic, filter, { shown, filter: filter() });
      this.sayWish();
    };
    untracked(say);
    effect(say);
    inject(DestroyRef).onDestroy(() => {
      this.needs.drop(topic, filter);
      this.sayWish();
    });
  }

  private turnTo(source: Source): void {
    // What is asked for no longer is forgotten before it could be shown again.
    this.sayWish();
    this.beginStory();
    this.source.next(source);
    this.look();
  }

  private beginStory(): void {
    this.begins++;
    this.begun.next();
  }

  private follow(topic: Topic): LiveTopic {
    const live = liveTopic();
    const present = this.presentOf(topic);
    const changes = this.source.pipe(
      switchMap((source) =>
        (source === this.present ? present.changes : source.frames.pipe(keyedState(topic))).pipe(perFrame()),
      ),
    );
    const subscription = changes.subscribe((state) => {
      this.told.set(this.begins);
      live.write(state);
      this.draw();
    });
    this.destroyed.onDestroy(() => subscription.unsubscribe());
    return live;
  }

  private presentOf(topic: Topic): PresentState {
    const present = this.presents.get(topic) ?? presentState(this.connection.frames, topic);
    this.presents.set(topic, present);
    return present;
  }

  private sayWish(): void {
    this.wanted.set(this.needs.shown());
    const wish = this.needs.wish(untracked(this.past));
    for (const [topic, present] of this.presents)
      if (!wish.some((one) => one.topic === topic)) present.forget();
    const said = wish.map(({ topic, filter }) => `${topic} ${filterId(filter)}`).join('\n');
    if (said === this.said) return;
    this.said = said;
    this.hear();
    this.connection.subscribe(wish);
  }

  private hear(): void {
    this.heardAt = Date.now();
    // The end of a silence is seen at once.
    if (untracked(this.looked).silentMs > LOOK_MS) this.looked.set(this.lookAround());
  }

  private look(): void {
    if (this.needs.wish(untracked(this.past)).length === 1) this.hear();
    this.looked.set(this.lookAround());
  }

  private lookAround() {
    const meter = this.connection.meter.snapshot();
    this.offsetMs = meter.clockOffsetMs ?? 0;
    const at = Date.now();
    return { at, meter, serverTime: this.source.value.now(), silentMs: Math.max(0, at - this.heardAt) };
  }
}

const sameTopics = (a: readonly Topic[], b: readonly Topic[]) => a.join() === b.join();
