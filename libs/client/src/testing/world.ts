import { FeedError, transportNames, type Received, type TransportName } from '@tickway/protocol';
import { Observable, Subject, VirtualTimeScheduler } from 'rxjs';
import type { Transport } from '../transport';
import { Serving } from './serving';

/** What the network makes of one transport. */
export type Fate =
  | 'works'
  /** It cannot be opened, and what is open ends. */
  | 'refused'
  /** It opens, and nothing passes. */
  | 'silent'
  /** What it carries is passed on in bursts. */
  | 'held'
  /** It works, and ends without a word every few seconds. */
  | 'breaks';

/** From the server to the client, ms. */
export const TRANSIT_MS = 40;
const COMMIT_MS = 500;

/** A server that commits twice a second, and a network with a fate for each transport that may change at any time; in virtual time. */
export class World {
  readonly scheduler = new VirtualTimeScheduler(undefined, 0);
  /** Every opening, in order. */
  readonly opened: TransportName[] = [];
  /** Openings that are open now. */
  openNow = 0;
  private readonly cuts = new Subject<TransportName>();
  private sleptMs = 0;
  private fates: Partial<Record<TransportName, Fate>> = {};

  /** The fates from now on; what is not named works. */
  set(fates: Partial<Record<TransportName, Fate>>): void {
    this.fates = fates;
  }

  setAll(fate: Fate): void {
    this.fates = Object.fromEntries(transportNames.map((name) => [name, fate]));
  }

  /** The server hangs up on all that is open of a transport. */
  cut(name: TransportName): void {
    this.cuts.next(name);
  }

  fate(name: TransportName): Fate {
    return this.fates[name] ?? 'works';
  }

  /** The machine sleeps: no timer runs meanwhile, and all that were due come late. */
  sleep(ms: number): void {
    this.sleptMs += ms;
    this.scheduler.now = () => this.scheduler.frame + this.sleptMs;
  }

  /** The topic's present offset. */
  get offset(): number {
    return 1 + Math.floor(this.scheduler.frame / COMMIT_MS);
  }

  pass(ms: number): void {
    this.scheduler.maxFrames = this.scheduler.frame + ms;
    this.scheduler.flush();
    this.scheduler.frame = this.scheduler.maxFrames;
  }

  readonly transports = (name: TransportName): Transport => ({
    name,
    asks: name === 'websocket' || name === 'socket.io' ? 'message' : 'request',
    silenceMs: () => 35_000,
    open: (wish) =>
      new Observable<Received>((subscriber) => {
        this.opened.push(name);
        this.openNow++;
        subscriber.add(() => this.openNow--);
        const lost = () => subscriber.error(new FeedError('lost'));
        subscriber.add(this.cuts.subscribe((cut) => cut === name && lost()));
        const after = (ms: number, act: () => void) => subscriber.add(this.scheduler.schedule(act, ms));
        after(TRANSIT_MS, () => {
          if (this.fate(name) === 'refused') lost();
          else new Serving({ world: this, name, subscriber, after }).begin(wish.current()[0]);
        });
      }),
  });
}
