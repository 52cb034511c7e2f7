import type { Key } from '@tickway/protocol';
import { createExchange } from '../exchange';
import { listings } from '../listings';
import type { MarketEvent } from '../market-event';
import { SESSION_SECONDS } from '../session';
import type { Sessions } from './minutes';

const { log } = Math;

/** Minutes of a session. */
export const MINUTES = SESSION_SECONDS / 60;

/**
 * What an observer wrote down of one company, a list a session. Those of a day with a halt are empty:
 * as in the studies that found the facts, such days are another matter.
 */
export interface Observation {
  readonly sector: string;
  /** The logarithm of the mid at the session's begin and at the end of each minute. */
  readonly mids: Sessions;
  /** Shares traded in each minute. */
  readonly volumes: Sessions;
  /** Of every trade: 1 bought, -1 sold; its price, cents; its time, ms. */
  readonly signs: Sessions;
  readonly prices: Sessions;
  readonly times: Sessions;
}

/** Watches every `nth` company of a seeded exchange for some sessions. */
export function observe(seed: number, sessions: number, nth: number): readonly Observation[] {
  const watched = listings.filter((_, i) => i % nth === 0);
  const exchange = createExchange({ seed, listings: watched });
  const observers = new Map<Key, Observer>(
    watched.map(({ symbol, sector }) => [symbol, new Observer(sector)]),
  );
  for (let minute = 1; minute <= sessions * MINUTES; minute++) {
    for (const event of exchange.advance(minute * 60_000)) observers.get(event.symbol)?.see(event);
    for (const observer of observers.values()) observer.minute();
  }
  return [...observers.values()].map((observer) => observer.observation());
}

class Observer {
  private readonly days: Day[] = [];
  private mid = 0;

  constructor(private readonly sector: string) {}

  see(event: MarketEvent): void {
    if (event.type === 'index') return;
    this.mid = (event.bid + event.ask) / 2;
    if (event.type === 'record') this.days.push(new Day(log(this.mid)));
    else this.days.at(-1)?.see(event);
  }

  minute(): void {
    this.days.at(-1)?.minute(log(this.mid));
  }

  observation(): Observation {
    const list = (of: (day: Day) => readonly number[]) => this.days.map((day) => (day.halted ? [] : of(day)));
    return {
      sector: this.sector,
      mids: list(({ mids }) => mids),
      volumes: list(({ volumes }) => volumes),
      signs: list(({ signs }) => signs),
      prices: list(({ prices }) => prices),
      times: list(({ times }) => times),
    };
  }
}

class Day {
  readonly mids: number[];
  readonly volumes: number[] = [];
  readonly signs: number[] = [];
  readonly prices: number[] = [];
  readonly times: number[] = [];
  halted = false;
  private volume = 0;

  constructor(mid: number) {
    this.mids = [mid];
  }

  see(event: MarketEvent): void {
    if (event.type === 'state') this.halted = true;
    if (event.type !== 'trade') return;
    this.volume += event.size;
    this.signs.push(event.side === 'buy' ? 1 : -1);
    this.prices.push(event.last);
    this.times.push(event.at);
  }

  minute(mid: number): void {
    this.mids.push(mid);
    this.volumes.push(this.volume);
    this.volume = 0;
  }
}
