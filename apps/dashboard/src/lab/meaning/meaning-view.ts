import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { isIndex } from '@tickway/market';
import { transportNames } from '@tickway/protocol';
import { setQuery } from '../../address/set-query';
import { injectFormats } from '../../language/inject-formats';
import { injectTexts } from '../../language/inject-texts';
import { laneInks } from '../draw/lane-inks';
import { LanesChart } from '../draw/lanes-chart';
import type { LogScale } from '../draw/log-scale';
import { StartNote } from '../levers/start-note';
import { Race } from '../race/race';
import { labTexts } from '../texts/lab-texts';
import { Beliefs } from './beliefs';
import { GhostsChart } from './ghosts-chart';
import { dollarTolerances, meaningIn, metreTolerances, quantities } from './meaning-levers';
import { priceOf, ticket, WON_PER_DOLLAR } from './order-ticket';
import { pickVehicle } from './pick-vehicle';

/** What the delay of each transport means: metres on a map, dollars and won in an order. */
@Component({
  selector: 'tw-meaning-view',
  imports: [GhostsChart, LanesChart, StartNote],
  templateUrl: './meaning-view.html',
  styleUrls: [
    '../styles/card.css',
    '../styles/figures-table.css',
    '../styles/button.css',
    '../styles/field.css',
    './meaning-view.css',
  ],
})
export class MeaningView {
  private readonly beliefs = inject(Beliefs);
  private readonly router = inject(Router);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly race = inject(Race);

  protected readonly texts = injectTexts(labTexts);
  protected readonly formats = injectFormats();
  protected readonly inks = laneInks;
  protected readonly metreTolerances = metreTolerances;
  protected readonly dollarTolerances = dollarTolerances;
  protected readonly quantities = quantities;
  protected readonly levers = computed(() => meaningIn(this.query()));
  protected readonly started = computed(() => this.race.figures().startedAt !== undefined);
  protected readonly moving = computed(() => this.race.state() === 'running');
  protected readonly now = () => this.race.now();
  protected readonly won = computed(() => this.formats().money(WON_PER_DOLLAR, 'KRW'));
  protected readonly has = computed(() => {
    const topics = this.race.levers().topics.map(String);
    return { positions: topics.includes('positions'), quotes: topics.includes('quotes') };
  });

  private readonly picked = signal<string | undefined>(undefined);
  /** The one that the address names, if it is known; else one that moves. */
  protected readonly vehicle = computed(() => {
    this.race.figures();
    const { vehicle } = this.levers();
    return vehicle !== undefined && this.beliefs.vehicles.newest(vehicle) ? vehicle : this.picked();
  });
  protected readonly truth = computed(() => {
    this.race.figures();
    const vehicle = this.vehicle();
    return vehicle === undefined ? undefined : this.beliefs.vehicles.newest(vehicle)?.value;
  });

  protected readonly scale = computed<LogScale>(() => ({
    from: 0.08,
    to: 300,
    ticks: [0.1, 1, 10, 100].map((value) => ({ value, label: this.formats().distance(value) })),
  }));
  protected readonly lanes = transportNames.map((transport) => ({
    transport,
    rings: this.beliefs.errorsOf(transport),
  }));

  protected readonly fleet = computed(() => {
    const { elapsedMs } = this.race.figures();
    const [vehicle, { vehicles }] = [this.vehicle(), this.beliefs];
    return transportNames.map((transport) => ({
      transport,
      here: vehicle === undefined ? undefined : vehicles.error(transport, vehicle),
      cost: vehicles.cost(transport, this.accountedAt(elapsedMs)),
    }));
  });
  protected readonly fleetSize = computed(() => {
    this.race.figures();
    return [...this.beliefs.vehicles.keys()].length;
  });
  protected readonly accountedFor = computed(() =>
    this.formats().duration(Math.max(0, ...this.fleet().map(({ cost }) => cost?.overMs ?? 0))),
  );

  protected readonly symbols = computed<readonly string[]>(
    () => {
      this.race.figures();
      const { quotes } = this.beliefs;
      const isCompany = (key: string) => {
        const quote = quotes.newest(key)?.value;
        return quote !== undefined && !isIndex(quote);
      };
      return [...quotes.keys()].filter(isCompany).sort();
    },
    { equal: (a, b) => a.join() === b.join() },
  );
  protected readonly symbol = computed(() => {
    const { symbol } = this.levers();
    return symbol !== undefined && this.symbols().includes(symbol) ? symbol : this.symbols()[0];
  });
  protected readonly newestPrice = computed(() => {
    this.race.figures();
    const [symbol, { side }] = [this.symbol(), this.levers()];
    const quote = symbol === undefined ? undefined : this.beliefs.quotes.newest(symbol)?.value;
    return quote && priceOf(quote, side);
  });
  protected readonly tickets = computed(() => {
    const { elapsedMs } = this.race.figures();
    const [order, symbol, newest, { quotes }] = [
      this.levers(),
      this.symbol(),
      this.newestPrice(),
      this.beliefs,
    ];
    return transportNames.map((transport) => {
      const shown = symbol === undefined ? undefined : quotes.held(transport, symbol)?.value;
      const price = shown && priceOf(shown, order.side);
      return {
        transport,
        ticket: price !== undefined && newest !== undefined ? ticket(order, price, newest) : undefined,
        cost: quotes.cost(transport, this.accountedAt(elapsedMs)),
      };
    });
  });

  constructor() {
    effect(() => {
      const { metres, dollars, side } = this.levers();
      untracked(() => this.beliefs.judge({ metres, dollars }, side));
    });
    effect(() => {
      this.race.figures();
      if (untracked(this.truth) === undefined) untracked(() => this.pick());
    });
  }

  protected pickAnother(): void {
    void this.go({ vehicle: pickVehicle(this.candidates(), this.vehicle()) ?? null });
  }

  protected go(queryParams: Readonly<Record<string, string | null>>): Promise<void> {
    return setQuery(this.router, queryParams, { replaceUrl: true });
  }

  protected dollars(amount: number | undefined): string {
    return this.formats().money(amount, 'USD');
  }

  protected inWon(dollars: number | undefined): string {
    return this.formats().money(dollars === undefined ? undefined : dollars * WON_PER_DOLLAR, 'KRW');
  }

  /** An amount for the order's shares. */
  protected forAll(dollarsAShare: number | undefined): number | undefined {
    return dollarsAShare === undefined ? undefined : dollarsAShare * this.levers().quantity;
  }

  private pick(): void {
    this.picked.set(pickVehicle(this.candidates()));
  }

  private *candidates() {
    const { vehicles } = this.beliefs;
    for (const key of vehicles.keys()) {
      const position = vehicles.newest(key)?.value;
      if (position) yield { key, position };
    }
  }

  /** Figures stand for the moment at which they were read, or for now while the race runs. */
  private accountedAt(readMs: number): number {
    return this.race.state() === 'running' ? this.race.elapsedMs() : readMs;
  }
}
