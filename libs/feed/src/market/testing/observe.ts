import type { Key } from '@tickway/protocol';
import { createExchange } from '../exchange';
import { listings } from '../listings';
import type { BestPrices, MarketEvent } from '../market-event';
import { SESSION_SECONDS } from '../session';

/** Minutes of a session. */
export const MINUTES = SESSION_SECONDS / 60;

/** What an observer wrote down of one company. */
export interface Observation {
  readonly sector: string;
  /** A list a session: the logarithm of the mid at its begin and at the end of each minute. */
  readonly mids: number[][];
  /** A list a session: shares traded in each minute. */
  readonly volumes: number[][];
  /** Of every trade: 1 bought, -1 sold; its price, cents; its time, ms. */
  readonly signs: number[];
  readonly prices: number[];
  readonly times: number[];
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
  return [...observers.values()];
}

class Observer implements Observation {
  readonly mids: number[][] = [];
  readonly volumes: number[][] = [];
  readonly signs: number[] = [];
  readonly prices: number[] = [];
  readonly times: number[] = [];
  private mid = 0;
  private volume = 0;

  constructor(readonly sector: string) {}

  see(event: MarketEvent): void {
    if (event.type === 'index') return;
    this.mid = middle(event);
    if (event.type === 'record') {
      this.mids.push([this.mid]);
      this.volumes.push([]);
    }
    if (event.type !== 'trade') return;
    this.volume += event.size;
    this.signs.push(event.side === 'buy' ? 1 : -1);
    this.prices.push(event.last);
    this.times.push(event.at);
  }

  minute(): void {
    this.mids.at(-1)?.push(this.mid);
    this.volumes.at(-1)?.push(this.volume);
    this.volume = 0;
  }
}

const middle = ({ bid, ask }: BestPrices) => Math.log((bid + ask) / 2);
