import { isInterval, type Interval } from '@tickway/market';
import { lineNames, type LineName } from './chart/points';

/** What of the symbol page is in its address. */
export interface SymbolView {
  readonly interval: Interval;
  readonly lines: readonly LineName[];
}

interface Query {
  get(name: string): string | null;
}

/** Reads `?interval=5m&lines=vwap,fast`; bars of five seconds and VWAP for anything else. */
export function symbolView(query: Query): SymbolView {
  const interval = query.get('interval');
  const lines = query.get('lines')?.split(',');
  return {
    interval: isInterval(interval) ? interval : '5s',
    lines: lines ? lineNames.filter((name) => lines.includes(name)) : ['vwap'],
  };
}

/** The lines with `name` turned on or off. */
export const turned = (lines: readonly LineName[], name: LineName): readonly LineName[] =>
  lineNames.filter((one) => lines.includes(one) !== (one === name));
