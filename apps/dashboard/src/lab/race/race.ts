import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { transportNames, type Received, type TransportName } from '@tickway/protocol';
import {
  concat,
  fromEvent,
  ignoreElements,
  interval,
  Subject,
  Subscription,
  take,
  type Observable,
} from 'rxjs';
import { ServerStats, type Reading } from '../cost/server-stats';
import { defaultLevers, type Levers } from '../levers/levers';
import { CONNECT } from '../../live/connect';
import { HttpConnections } from './http-connections';
import { Lane, type LaneOptions } from './lane';
import { RaceClockEstimate } from './race-clock';
import type { LaneFigures, RaceFigures, RaceState } from './race-figures';
import { StopWatch } from './stop-watch';
import { watchRequests } from './watch-requests';
import { WireBooks } from './wire-books';

/** How often figures are read, ms. Charts read the books themselves, every animation frame. */
const LOOK_MS = 500;

/** What comes this soon after connecting is not measured, ms: snapshots are being read, and the clock is being estimated. */
export const WARM_UP_MS = 1_500;

/** Five connections of its own on the same topics at once, and what each of them does and costs. */
@Service({ autoProvided: false })
export class Race {
  private readonly document = inject(DOCUMENT);
  private readonly serverStats = inject(ServerStats);
  private readonly wire = new WireBooks();
  private readonly requests = new HttpConnections();
  private readonly watch = new StopWatch(() => performance.now());
  private readonly came = new Subject<{ readonly frame: Received; readonly transport: TransportName }>();
  private readonly emptied = new Subject<void>();
  private readonly present = signal<RaceState>('idle');
  private running = new Subscription();
  private openedAtMs = 0;
  private heardAtMs = 0;
  private readonly clock = new RaceClockEstimate();
  private startedAt: number | undefined;
  private node: string | undefined;
  private statsFailed: string | undefined;
  /** Origin of the server, where the lanes connect to unless they are routed elsewhere. */
  readonly home = this.document.defaultView?.location.origin ?? '';
  private origin: string | undefined = this.home;
  /** Whether the lanes may connect: the server's clock was asked for. */
  private ready = false;

  readonly lanes = this.makeLanes(inject(CONNECT));
  readonly state = this.present.asReadonly();
  /** What the running race was started with. */
  readonly levers = signal<Levers>(defaultLevers);
  private readonly read = signal<RaceFigures>(this.look());
  /** Read twice a second while the race runs. */
  readonly figures = this.read.asReadonly();
  /** Every frame of every lane, as it comes. */
  readonly frames = this.came.asObservable();
  /** All books were emptied: another race begins. */
  readonly cleared: Observable<void> = this.emptied.asObservable();

  constructor() {
    const hidden = fromEvent(this.document, 'visibilitychange').subscribe(() => this.heedVisibility());
    inject(DestroyRef).onDestroy(() => {
      hidden.unsubscribe();
      this.halt('idle');
    });
  }

  /** Begins anew, or goes on after a pause. */
  start(): void {
    if (this.present() === 'running') return;
    this.startedAt ??= Date.now();
    this.present.set('running');
    this.running = new Subscription();
    const { readings, clockTrips } = this.serverStats;
    this.running.add(readings.subscribe((reading) => this.takeStats(reading)));
    // First the server's books, so that the differences hold the handshakes too; then its time, while all is quiet.
    this.running.add(
      concat(readings.pipe(take(1), ignoreElements()), clockTrips).subscribe({
        next: (trip) => this.clock.add(trip),
        complete: () => this.open(),
      }),
    );
    this.running.add(watchRequests((timings) => this.requests.take(timings)));
    this.read.set(this.look());
    this.running.add(interval(LOOK_MS).subscribe(() => this.read.set(this.look())));
  }

  /** Closes the connections; figures stand still. */
  pause(): void {
    this.halt('paused');
  }

  /** Empties all books; a race that runs goes on from zero, over new connections. */
  reset(levers: Levers): void {
    const runs = this.present() === 'running';
    this.halt('idle');
    this.levers.set(levers);
    for (const lane of this.lanes) lane.clear();
    for (const books of [this.wire, this.requests, this.watch, this.clock]) books.clear();
    this.heardAtMs = 0;
    this.startedAt = this.statsFailed = undefined;
    this.emptied.next();
    this.read.set(this.look());
    if (runs) this.start();
  }

  /** The server's time, epoch ms, by the race's one clock. */
  now(): number {
    return Date.now() + (this.clock.present?.offsetMs ?? 0);
  }

  /** How long the race has run, pauses left out, ms. */
  elapsedMs(): number {
    return this.watch.elapsedMs;
  }

  /**
   * Leads the lanes to another origin (a gateway before the server), those that run at once, and their books go on; undefined:
   * they wait until there is one.
   */
  route(origin: string | undefined): void {
    if (origin === this.origin) return;
    this.origin = origin;
    if (!this.ready) return;
    for (const lane of this.lanes) lane.pause();
    this.requests.pause();
    this.openLanes(origin);
  }

  private open(): void {
    this.ready = true;
    this.watch.start();
    this.openLanes(this.origin);
  }

  private openLanes(origin: string | undefined): void {
    this.openedAtMs = this.heardAtMs = this.elapsedMs();
    if (origin === undefined) return;
    for (const lane of this.lanes) lane.start(this.levers(), origin);
  }

  private halt(state: RaceState): void {
    if (this.present() === 'running') {
      this.running.unsubscribe();
      this.ready = false;
      this.watch.pause();
      this.wire.pause();
      this.requests.pause();
      for (const lane of this.lanes) lane.pause();
      this.read.set(this.look());
    }
    this.present.set(state);
  }

  /** Browsers slow the timers of pages that nobody sees, which would be booked as polling's own slowness. */
  private heedVisibility(): void {
    const { hidden } = this.document;
    if (hidden && this.present() === 'running') this.halt('hidden');
    else if (!hidden && this.present() === 'hidden') this.start();
  }

  private takeStats(reading: Reading): void {
    this.statsFailed = 'failed' in reading ? reading.failed : undefined;
    if ('failed' in reading) return;
    const { stats, askedAt, answeredAt } = reading;
    this.clock.add({ askedAt, serverAt: stats.now, answeredAt });
    this.node = stats.node;
    this.wire.take(stats, new Map(this.lanes.map((lane) => [lane.transport, lane.totals()])));
  }

  private look(): RaceFigures {
    const { startedAt, node, statsFailed } = this;
    const clock = this.clock.present;
    return {
      elapsedMs: this.watch.elapsedMs,
      silentMs: Math.max(0, this.watch.elapsedMs - this.heardAtMs),
      readAt: this.now(),
      lanes: this.lanes.map((lane) => this.figuresOf(lane)),
      ...(startedAt !== undefined && { startedAt }),
      ...(clock && { clock }),
      ...(node !== undefined && { node }),
      ...(statsFailed !== undefined && { statsFailed }),
    };
  }

  private figuresOf(lane: Lane): LaneFigures {
    const { transport, status, books } = lane;
    const wire = this.wire.of(transport);
    const connections = this.requests.of(transport);
    return {
      ...{ transport, status, heartbeats: books.heartbeats, totals: lane.totals() },
      deflated: this.levers().compress,
      topics: new Map(this.levers().topics.map((topic) => [topic, books.of(topic).figures()])),
      ...(wire && { wire }),
      ...(connections && { connections }),
    };
  }

  private makeLanes(connect: LaneOptions['connect']): readonly Lane[] {
    const onFrame = (frame: Received, lane: Lane) => this.take(frame, lane);
    return transportNames.map((transport) => new Lane({ transport, connect, onFrame }));
  }

  private take(frame: Received, lane: Lane): void {
    this.heardAtMs = this.elapsedMs();
    const isWarm = this.elapsedMs() - this.openedAtMs >= WARM_UP_MS;
    // Without an estimate of the server's clock a delay would be two clocks' difference.
    if (this.clock.present && isWarm) lane.books.take(frame, this.now());
    this.came.next({ frame, transport: lane.transport });
  }
}
