import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { autoSwitch, type AutoState, type Connection, type Status } from '@tickway/client';
import { transportNames, type Received, type TransportName } from '@tickway/protocol';
import { interval, Subscription } from 'rxjs';
import { CONNECT } from '../../live/connect';
import type { LaneName } from '../draw/lane-inks';
import { Lane } from '../race/lane';
import { Race } from '../race/race';
import type { TimeRings } from '../race/time-rings';
import { OwnWay } from './own-way';
import { DelayRing, type RecentDelays } from './recent-delays';

/** How a lane is, read at one moment. */
export interface NetworkLaneFigures {
  readonly name: LaneName;
  readonly status: Status;
  /** How long nothing has come, heartbeats neither, ms; 0 before anything came. */
  readonly quietMs: number;
  /** Delays through the network, and of the same transport over the clear line at the same time. */
  readonly here?: RecentDelays;
  readonly beside?: RecentDelays;
  readonly missing: number;
  readonly double: number;
}

/** Delays are of so many last ms. */
export const RECENT_MS = 10_000;
/** How often figures are read, ms. */
const LOOK_MS = 500;

/** Some lane's delays of late, and when anything came. */
class Heard {
  readonly recent = new DelayRing();
  at = 0;
}

/**
 * What the network view adds to the race: its delays of late, for each transport a second lane over the clear line, and a lane in auto
 * mode through the network. They last as long as the view.
 */
@Service({ autoProvided: false })
export class NetworkLanes {
  private readonly race = inject(Race);
  private readonly way = inject(OwnWay);
  private readonly connect = inject(CONNECT);
  private readonly through = new Map<LaneName, Heard>(
    [...transportNames, 'auto' as const].map((name) => [name, new Heard()]),
  );
  private readonly clear = new Map<TransportName, Heard>(transportNames.map((name) => [name, new Heard()]));
  private readonly clearLanes = transportNames.map(
    (transport) =>
      new Lane({
        ...{ transport, connect: this.connect },
        onFrame: (frame) => this.hear(this.clear.get(transport), frame),
      }),
  );
  private readonly autoLane = new Lane({
    ...{ transport: 'websocket', connect: this.connect },
    onFrame: (frame, lane) => {
      this.hear(this.through.get('auto'), frame);
      if (this.race.figures().clock) lane.books.take(frame, this.race.now());
    },
    beside: (connection) => this.followAuto(connection),
  });
  private readonly told = signal<AutoState | undefined>(undefined);
  private readonly read = signal<readonly NetworkLaneFigures[]>([]);
  /** Counts the races: with each the lanes begin anew. */
  private readonly life = signal(0);

  /** Read twice a second while the race runs through a gateway. */
  readonly figures = this.read.asReadonly();
  /** What auto mode did; absent before it began. */
  readonly auto = this.told.asReadonly();

  constructor() {
    const origin = computed(() => {
      const state = this.way.state();
      return state.type === 'open' && this.race.state() === 'running' ? state.gateway.origin : undefined;
    });
    effect((onCleanup) => {
      const [at, levers] = [origin(), this.race.levers()];
      this.life();
      if (at === undefined) return;
      const running = untracked(() => this.run(at, levers));
      onCleanup(() => running.unsubscribe());
    });
    const emptied = this.race.cleared.subscribe(() => this.forget());
    inject(DestroyRef).onDestroy(() => emptied.unsubscribe());
  }

  /** The auto lane's latency over time. */
  autoRings(): TimeRings {
    return this.autoLane.books.of(this.race.levers().of).overTime;
  }

  private run(origin: string, levers: ReturnType<Race['levers']>): Subscription {
    const { race } = this;
    const running = new Subscription();
    // The clear lanes only tell a delay: one topic is enough for that, and costs the page little.
    for (const lane of this.clearLanes) lane.start({ ...levers, topics: [levers.of] }, race.home);
    this.autoLane.start(levers, origin);
    running.add(() => {
      for (const lane of [...this.clearLanes, this.autoLane]) lane.pause();
    });
    running.add(
      race.frames.subscribe(({ frame, transport }) => this.hear(this.through.get(transport), frame)),
    );
    running.add(interval(LOOK_MS).subscribe(() => this.read.set(this.look())));
    return running;
  }

  /** Notes what came; a delay only with an estimate of the server's clock, and only of what has just happened. */
  private hear(heard: Heard | undefined, frame: Received): void {
    if (!heard) return;
    heard.at = performance.now();
    const { figures, levers } = this.race;
    if (frame.type !== 'delta' || frame.topic !== levers().of || !figures().clock) return;
    const now = this.race.now();
    for (const { committedAt } of frame.rows) heard.recent.add(heard.at, now - committedAt);
  }

  private look(): readonly NetworkLaneFigures[] {
    return [...this.race.lanes, this.autoLane].map((lane) => {
      const name = lane === this.autoLane ? 'auto' : lane.transport;
      const { missing, double } = lane.totals();
      return { ...{ name, status: lane.status, missing, double }, ...this.delaysOf(name, lane) };
    });
  }

  /** The auto lane is compared with the transport that it has chosen. */
  private delaysOf(name: LaneName, lane: Lane): Pick<NetworkLaneFigures, 'quietMs' | 'here' | 'beside'> {
    const now = performance.now();
    const heard = this.through.get(name);
    const here = heard?.recent.since(now - RECENT_MS);
    const beside = this.clear.get(lane.status.transport)?.recent.since(now - RECENT_MS);
    return {
      quietMs: heard && heard.at > 0 ? now - heard.at : 0,
      ...(here && { here }),
      ...(beside && { beside }),
    };
  }

  private followAuto(connection: Connection): Subscription {
    const auto = autoSwitch(connection);
    let steppedAt = 0;
    const running = auto.state.subscribe((state) => {
      const last = state.steps.at(-1)?.at ?? 0;
      if (last > steppedAt) this.way.note('switch');
      steppedAt = last;
      this.told.set(state);
    });
    running.add(() => auto.stop());
    return running;
  }

  private forget(): void {
    for (const heard of [...this.through.values(), ...this.clear.values()]) {
      heard.recent.clear();
      heard.at = 0;
    }
    this.autoLane.pause();
    this.autoLane.clear();
    this.told.set(undefined);
    this.life.update((life) => life + 1);
  }
}
