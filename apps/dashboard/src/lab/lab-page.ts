import { Component, computed, DestroyRef, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import {
  ActivatedRoute,
  NavigationEnd,
  Router,
  RouterLink,
  RouterLinkActive,
  RouterOutlet,
} from '@angular/router';
import { filter, take } from 'rxjs';
import { setQuery } from '../address/set-query';
import { injectTexts } from '../language/inject-texts';
import { LeverBar } from './levers/lever-bar';
import { leversIn, sameRace } from './levers/levers';
import { PollingPoints } from './formula/polling-points';
import { Beliefs } from './meaning/beliefs';
import { networkIn } from './network/network-text';
import { NetworkNote } from './network/network-note';
import { OwnWay } from './network/own-way';
import { Race } from './race/race';
import { labTexts } from './texts/lab-texts';

/** What the lab writes into the address. */
const parameters = [
  ...['network', 'only'],
  ...['topics', 'of', 'interval', 'wait', 'window', 'run'],
  ...['coalescing', 'codec', 'compress', 'keepalive'],
  ...['vehicle', 'symbol', 'side', 'shares', 'metres', 'dollars', 'section', 'verdict', 'claim'],
  ...['transports', 'viewers', 'seconds', 'rate', 'through', 'way', 'event', 'jitter'],
  ...['load-coalescing', 'load-codec', 'load-compress', 'load-keepalive'],
];

const views = [
  'race',
  'meaning',
  'cost',
  'network',
  'inspector',
  'stampede',
  'runs',
  'formula',
  'claims',
] as const;

/** Views of what the server's lab measures: nothing is raced there. */
const withoutRace = /\/lab\/(stampede|runs|claims)\b/;

/** The lab: its views over one race, which runs on while one goes from view to view. */
@Component({
  selector: 'tw-lab-page',
  imports: [LeverBar, NetworkNote, RouterLink, RouterLinkActive, RouterOutlet],
  providers: [Race, OwnWay, Beliefs, PollingPoints],
  template: `
    <header>
      <h1>{{ texts().title }}</h1>
      <nav #tabs [attr.aria-label]="texts().views.label">
        @for (view of views; track view) {
          <a
            #tab
            [routerLink]="view"
            queryParamsHandling="preserve"
            routerLinkActive="here"
            (isActiveChange)="show($event, tabs, tab)"
            ariaCurrentWhenActive="page"
            >{{ texts().views[view] }}</a
          >
        }
      </nav>
    </header>
    @if (races()) {
      <tw-lever-bar />
      <tw-network-note />
    }
    <div class="view" tabindex="-1"><router-outlet /></div>
  `,
  styleUrl: './lab-page.css',
})
export class LabPage {
  private readonly race = inject(Race);
  private readonly way = inject(OwnWay);
  private network: string | null = null;
  private readonly router = inject(Router);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  protected readonly texts = injectTexts(labTexts);
  protected readonly views = views;
  protected readonly races = computed(() => {
    const navigation = this.router.lastSuccessfulNavigation();
    return !withoutRace.test(navigation?.finalUrl?.toString() ?? this.router.url);
  });

  constructor() {
    // They must hear the race from its first frame on, whichever view is open.
    inject(Beliefs);
    inject(PollingPoints);
    inject(DestroyRef).onDestroy(() => this.tidyAddress());
    effect(() => {
      const query = this.query();
      untracked(() => this.heed(query));
    });
  }

  /** Where there is no room for all views, the present one is in the middle. */
  protected show(isActive: boolean, tabs: HTMLElement, tab: HTMLElement): void {
    if (isActive)
      tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
  }

  /** Addresses keep their parameters from page to page; the lab's own mean nothing elsewhere. */
  private tidyAddress(): void {
    const arrived = this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      take(1),
    );
    const queryParams = Object.fromEntries(parameters.map((name) => [name, null]));
    arrived.subscribe(() => {
      void setQuery(this.router, queryParams, { replaceUrl: true });
    });
  }

  /** The address decides what is raced and whether it runs, so that back, forward and a pasted link all do. */
  private heed(query: { get(name: string): string | null }): void {
    // First the way, so that a race that the same address starts waits for it.
    const network = query.get('network');
    if (network !== this.network) this.way.want(networkIn(network));
    this.network = network;
    const levers = leversIn(query);
    if (sameRace(levers, this.race.levers())) this.race.levers.set(levers);
    else this.race.reset(levers);
    const runs = this.race.state() === 'running' || this.race.state() === 'hidden';
    if (query.get('run') === '1' && !runs) this.race.start();
    if (query.get('run') !== '1' && runs) this.race.pause();
  }
}
