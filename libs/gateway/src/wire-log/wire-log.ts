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
  readonly events: readonly WireEvent[];
}

/** The last that passed a gateway, event by event, in bounded memory. */
export class WireLog {
  readonly #events: WireEvent[] = [];
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
    const events: WireEvent[] = [];
    for (let n = first; n < next; n++) {
      const event = this.#events[n % KEPT];
      if (event) events.push(event);
    }
    return { oldest, next, events };
  }

  #write(heard: Heard & { readonly connection: number }, happening: WireHappening): void {
    const n = this.#next++;
    this.#events[n % KEPT] = { n, at: this.now(), ...heard, ...happening };
  }
}
