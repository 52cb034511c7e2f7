import { parseTopic, type Row, type Topic } from '@tickway/protocol';
import { toldLevel, toldTrade, type Told } from './told-trade';

/** What tells of that of which a symbol's bars are made. */
export interface Telling {
  readonly topic: Topic;
  /** Whether each row counts; else some come merged, and that is no hole. */
  readonly every: boolean;
  /** What a row tells, if it tells any. */
  readonly read: (row: Row) => Told | undefined;
}

/** Of a symbol that is traded. */
export const ofTrades: Telling = { topic: parseTopic('trades'), every: true, read: toldTrade };

/** Of an index, which is quoted and not traded. */
export const ofIndex: Telling = { topic: parseTopic('quotes'), every: false, read: toldLevel };
