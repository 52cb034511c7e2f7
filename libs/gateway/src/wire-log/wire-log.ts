import type { Tap } from './tap';
import type { WireEvent, WireHappening } from './wire-event';
import { WireTape, type Heard } from './wire-tape';

/** Events kept; older ones are forgotten. About 3 MB with the longest texts. */
const KEPT = 4_000;
/** Events told at once. */
const TOLD = 1_000;

/** What was asked of a log. */
export interface WireChapter {
  /** The oldest event that is kept: what is asked for from before it is lost. */
  readonly oldest: number;
  /** Where to go on. */
  readonly next: number;
  /** First the heads of what is still underway, if they are older than the oldest that is kept. */
  readonly events: readonly WireEvent[];
}

/** The last that passed a gateway, event by event, in bounded memory; and how every connection that stands was opened. */
export class WireLog {
  readonly #events: WireEvent[] = [];
  /** By connection: the request that is underway, and the head of its answer. */
  readonly #heads = new Map<number, readonly WireEvent[]>();
  #next = 1;
  #connections = 0;

  /** `now` tells epoch ms. */
  constructor(private readonly now: () => number) {}

  /** Listens to one more connection. */
  tap(): Tap {
    const connection = ++this.#connections;
    return new WireTape((heard, happening) => this.#write({ connection, ...heard }, happening));
  }

  /** What happened from event number `from` on, as much of it as is kept and told at once. */
  since(from: number): WireChapter {
    const oldest = this.#next - Math.min(this.#next - 1, KEPT);
    const first = Math.min(Math.max(from, oldest), this.#next);
    const next = Math.min(first + TOLD, this.#next);
    const events = this.#headsBetween(from, oldest);
    for (let n = first; n < next; n++) {
      const event = this.#events[n % KEPT];
      if (event) events.push(event);
    }
    return { oldest, next, events };
  }

  #headsBetween(from: number, oldest: number): WireEvent[] {
    if (from >= oldest) return [];
    const heads = [...this.#heads.values()].flat();
    return heads.filter(({ n }) => n >= from && n < oldest).sort((one, other) => one.n - other.n);
  }

  #write(heard: Heard & { readonly connection: number }, happening: WireHappening): void {
    const n = this.#next++;
    const event: WireEvent = { n, at: this.now(), ...heard, ...happening };
    this.#events[n % KEPT] = event;
    this.#keepHead(event);
  }

  /** A socket's handshake, a stream's beginning: kept, however much comes after it, until it ends. */
  #keepHead(event: WireEvent): void {
    const { connection, kind } = event;
    if (kind === 'request') this.#heads.set(connection, [event]);
    if (kind === 'answer')
      this.#heads.set(connection, [...(this.#heads.get(connection) ?? []).slice(-1), event]);
    if (kind === 'end' || kind === 'closed') this.#heads.delete(connection);
  }
}
