import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { setQuery } from '../../address/set-query';
import { AutoSteps } from '../../auto/auto-steps';
import { injectTexts } from '../../language/inject-texts';
import { injectMediaMatches } from '../../shell/inject-media-matches';
import { StartNote } from '../levers/start-note';
import { Race } from '../race/race';
import { LaneTable } from './lane-table';
import type { LeverScale } from './lever-scale';
import { clearNetwork, IDLE_CUT_MS, most, sameNetwork, type Network } from './network';
import { NetworkChart } from './network-chart';
import { NetworkLanes } from './network-lanes';
import { NetworkLever } from './network-lever';
import { networkText } from './network-text';
import { OwnWay } from './own-way';
import { presets } from './presets';
import { networkTexts } from './texts/network-texts';
import { TrafficNote } from './traffic-note';

const PULL_MS = 5_000;

/** What a proxy does to answers or to Upgrade: on or off. */
const faults = ['buffering', 'stripUpgrade', 'silent'] as const;

/** The sliders' reach; more can be typed. */
const scales: Readonly<Record<'rtt' | 'jitter' | 'loss' | 'rate', LeverScale>> = {
  rtt: { from: 1, to: 2_000, end: 'nothing' },
  jitter: { from: 1, to: 1_000, end: 'nothing' },
  loss: { from: 0.01, to: 20, end: 'nothing' },
  rate: { from: 16, to: 100_000, end: 'unlimited' },
};

/** A network of the viewer's own between the race and the server, and what it does to each transport. */
@Component({
  selector: 'tw-network-view',
  imports: [AutoSteps, LaneTable, NetworkChart, NetworkLever, StartNote, TrafficNote],
  providers: [NetworkLanes],
  templateUrl: './network-view.html',
  styleUrls: ['../styles/card.css', '../styles/button.css', '../styles/field.css', './network-view.css'],
})
export class NetworkView {
  private readonly router = inject(Router);
  protected readonly race = inject(Race);
  protected readonly way = inject(OwnWay);
  protected readonly texts = injectTexts(networkTexts);
  /** Where there is room, the levers stand open. */
  protected readonly wide = injectMediaMatches('(min-width: 900px)');
  protected readonly scales = scales;
  protected readonly faults = faults;
  protected readonly most = most;
  protected readonly idleCutMs = IDLE_CUT_MS;
  protected readonly presets = presets;
  protected readonly auto = inject(NetworkLanes).auto;
  protected readonly time = signal(Date.now());

  protected readonly network = computed(() => this.way.wanted() ?? clearNetwork);
  protected readonly lossPercent = computed(() => Number((100 * this.network().loss).toFixed(3)));
  protected readonly preset = computed(() => {
    const wanted = this.way.wanted();
    return wanted && presets.find(({ network }) => sameNetwork(network, wanted))?.id;
  });
  protected readonly started = computed(() => this.race.figures().startedAt !== undefined);
  protected readonly ready = computed(() => this.way.state().type === 'open');
  protected readonly pulled = computed(() => this.way.pulledUntil() > this.time());

  constructor() {
    const clock = setInterval(() => this.time.set(Date.now()), 250);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  /** Takes effect at once, as far as a lever is moved; the address follows when it is let go of. */
  protected move(change: Partial<Network>): void {
    this.way.want({ ...this.network(), ...change });
  }

  /** Another network at once, in the address too. */
  protected turn(network: Network): void {
    this.way.want(network);
    this.settle();
  }

  protected turnFault(fault: (typeof faults)[number], on: boolean): void {
    this.turn({ ...this.network(), [fault]: on });
  }

  protected settle(): void {
    void setQuery(this.router, { network: networkText(this.network()) }, { replaceUrl: true });
  }

  protected pull(): void {
    void this.way.pull(PULL_MS);
  }

  protected cut(): void {
    void this.way.cut();
  }
}
