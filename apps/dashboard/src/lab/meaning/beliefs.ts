import { inject, Service, DestroyRef } from '@angular/core';
import { keyedState, type KeyedState } from '@tickway/client';
import { quoteOf, type Quote } from '@tickway/market';
import { parseTopic, transportNames, type Fields, type Topic, type TransportName } from '@tickway/protocol';
import { distanceBetween, positionOf, type Position } from '@tickway/tracking';
import { filter, interval, map, merge, type Observable } from 'rxjs';
import { Race } from '../race/race';
import { TimeRings } from '../race/time-rings';
import { BeliefLedger } from './belief-ledger';
import { priceOf, type Order } from './order-ticket';

/** How often errors are noted for the chart, ms. */
const NOTE_MS = 100;

const [POSITIONS, QUOTES] = [parseTopic('positions'), parseTopic('quotes')];

/** Errors that still count as right. */
export interface Tolerances {
  readonly metres: number;
  /** Dollars a share. */
  readonly dollars: number;
}

type Ledger<Value> = BeliefLedger<TransportName, Value>;

/** What each lane of the race believes about every vehicle and every quote, beside the newest that is known here. */
@Service({ autoProvided: false })
export class Beliefs {
  private readonly race = inject(Race);
  private side: Order['side'] = 'buy';
  private tolerances: Tolerances = { metres: 25, dollars: 0.01 };
  /** Where every vehicle is; errors in metres. */
  vehicles = this.vehicleLedger();
  /** What every company's share costs on the order's side; errors in dollars a share. */
  quotes = this.quoteLedger();

  private readonly errors = new Map(transportNames.map((name) => [name, new TimeRings()]));

  constructor() {
    const running = merge(
      ...transportNames.flatMap((name) => [
        this.follow(name, POSITIONS, positionOf, () => this.vehicles),
        this.follow(name, QUOTES, quoteOf, () => this.quotes),
      ]),
    ).subscribe();
    running.add(interval(NOTE_MS).subscribe(() => this.note()));
    running.add(this.race.cleared.subscribe(() => this.forgetAll()));
    inject(DestroyRef).onDestroy(() => running.unsubscribe());
  }

  /** Error in metres over time, the mean of all vehicles as `name` has them. */
  errorsOf(name: TransportName): TimeRings {
    const rings = this.errors.get(name);
    if (rings === undefined) throw new Error('a transport without errors');
    return rings;
  }

  /** Judges from now on by other measures; the books begin anew. */
  judge(tolerances: Tolerances, side: Order['side']): void {
    const { metres, dollars } = this.tolerances;
    if (metres === tolerances.metres && dollars === tolerances.dollars && side === this.side) return;
    [this.tolerances, this.side] = [tolerances, side];
    const at = this.race.elapsedMs();
    this.vehicles = this.carried(this.vehicles, this.vehicleLedger(), at);
    this.quotes = this.carried(this.quotes, this.quoteLedger(), at);
  }

  private forgetAll(): void {
    this.vehicles.clear();
    this.quotes.clear();
    for (const rings of this.errors.values()) rings.clear();
  }

  private note(): void {
    if (this.race.state() !== 'running') return;
    const [at, elapsedMs] = [this.race.now(), this.race.elapsedMs()];
    for (const [name, rings] of this.errors) {
      const cost = this.vehicles.cost(name, elapsedMs);
      if (cost) rings.add(at, cost.now);
    }
  }

  private follow<Value>(
    name: TransportName,
    topic: Topic,
    ...[read, ledger]: readonly [(fields: Fields) => Value | undefined, () => Ledger<Value>]
  ): Observable<void> {
    return this.race.frames.pipe(
      filter(({ transport }) => transport === name),
      map(({ frame }) => frame),
      keyedState(topic),
      map((change) => this.take(name, change, { read, ledger: ledger() })),
    );
  }

  private take<Value>(
    name: TransportName,
    { state, changed, removed }: KeyedState,
    { read, ledger }: { read: (fields: Fields) => Value | undefined; ledger: Ledger<Value> },
  ): void {
    const at = this.race.elapsedMs();
    for (const key of removed) ledger.forget(key, at);
    for (const key of changed) {
      const held = state.get(key);
      const value = held && read(held.fields);
      if (held && value) ledger.believe(name, { key, revision: held.revision, value }, at);
    }
  }

  private carried<Value>(from: Ledger<Value>, to: Ledger<Value>, at: number): Ledger<Value> {
    for (const { name, belief } of from.all()) to.believe(name, belief, at);
    return to;
  }

  private vehicleLedger(): Ledger<Position> {
    return new BeliefLedger<TransportName, Position>({
      believers: transportNames,
      distance: distanceBetween,
      tolerance: this.tolerances.metres,
    });
  }

  private quoteLedger(): Ledger<Quote> {
    const { side } = this;
    const price = (quote: Quote) => priceOf(quote, side) ?? quote.last;
    return new BeliefLedger({
      believers: transportNames,
      distance: (a, b) => Math.abs(price(a) - price(b)),
      // A cent's own binary fraction must not put a difference of one cent outside of one cent.
      tolerance: this.tolerances.dollars + 1e-9,
    });
  }
}
