import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import type { Status } from '@tickway/client';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { laneInks, type LaneName } from '../draw/lane-inks';
import { Race } from '../race/race';
import { effectsOf } from './effects-of';
import { clearNetwork } from './network';
import { NetworkLanes, RECENT_MS, type NetworkLaneFigures } from './network-lanes';
import { OwnWay } from './own-way';
import { sayEffect } from './say-effect';
import { networkTexts } from './texts/network-texts';

/** Silence of a lane that is live, before it is told, ms. */
const QUIET_MS = 3_000;

/** Each transport through the network, beside the clear line, and what the network does to it. */
@Component({
  selector: 'tw-lane-table',
  templateUrl: './lane-table.html',
  styleUrls: ['../styles/figures-table.css', '../styles/swatch.css', './lane-table.css'],
})
export class LaneTable {
  private readonly lanes = inject(NetworkLanes);
  private readonly race = inject(Race);
  private readonly way = inject(OwnWay);
  protected readonly texts = injectTexts(networkTexts);
  private readonly formats = injectFormats();
  private readonly time = signal(Date.now());

  /** Whether the cable is out. */
  readonly pulled = input.required<boolean>();

  private readonly through = computed(() => this.way.state().type === 'open');
  protected readonly over = computed(() => {
    const { lanes } = this.texts();
    return this.through() ? lanes.over(this.formats().duration(RECENT_MS)) : lanes.direct;
  });
  protected readonly rows = computed(() => {
    const figures = this.through() ? this.lanes.figures() : this.direct();
    return figures.map((lane) => this.rowOf(lane));
  });

  constructor() {
    const clock = setInterval(() => this.time.set(Date.now()), 500);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  /** Without a network the lanes are those of the race, with nothing to be compared with. */
  private direct(): readonly NetworkLaneFigures[] {
    return this.race.figures().lanes.map(({ transport, status, totals, topics }) => {
      const latency = topics.get(this.race.levers().of)?.latency;
      const { missing, double } = totals;
      return {
        ...{ name: transport, status, quietMs: 0, missing, double },
        ...(latency && { here: latency }),
      };
    });
  }

  private rowOf(lane: NetworkLaneFigures) {
    const { duration, count } = this.formats();
    const { name, here, beside, missing, double } = lane;
    return {
      ...{ name, ink: laneInks[name], title: name === 'auto' ? this.autoName(lane.status) : name },
      state: this.stateOf(lane),
      bad: lane.status.state === 'waiting' || lane.quietMs > QUIET_MS,
      delays: [here?.p50, here?.p95, beside?.p50, beside?.p95].map((ms) => duration(ms)),
      whole: `${count(missing)} / ${count(double)}`,
      alarming: missing + double > 0,
      effect: this.effectOn(name),
    };
  }

  private autoName({ transport }: Status): string {
    return `${this.texts().lanes.auto} · ${transport}`;
  }

  private stateOf({ status, quietMs }: NetworkLaneFigures): string {
    const { connection } = this.texts();
    if (status.switchingTo) return connection.switching(status.switchingTo);
    if (status.state === 'waiting') return `${connection.waiting} · ${this.retryOf(status)}`;
    if (quietMs > QUIET_MS) return connection.quiet(this.formats().duration(quietMs));
    return connection[status.state];
  }

  private retryOf({ code, retryAt }: Status): string {
    const { connection } = this.texts();
    const seconds = Math.ceil(((retryAt ?? 0) - this.time()) / 1_000);
    const retry = seconds > 0 ? connection.retry(`${seconds}`) : connection.trying;
    return code === undefined ? retry : `${code} · ${retry}`;
  }

  /** Auto mode's own line tells what it does. */
  private effectOn(name: LaneName): string {
    const network = this.way.wanted() ?? clearNetwork;
    // A network that is not there does nothing.
    if (name === 'auto' || this.through() !== (this.way.wanted() !== undefined)) return '';
    const asked = { ...this.race.levers(), pulled: this.pulled() };
    const writing = { transport: name, texts: this.texts().effects, formats: this.formats() };
    const effects = effectsOf(name, network, asked);
    return effects.map((effect) => sayEffect(effect, writing)).join(' ');
  }
}
