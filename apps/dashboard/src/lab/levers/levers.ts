import { parseTopic, type Topic } from '@tickway/protocol';
import { windows, type WindowMs } from '../race/windows';
import { defaultWire, wireIn, wireQuery, type Wire } from './wire';

/** The topics that can be raced; on `trades` every update is owed, on the others the latest of each key. */
export const raceTopics = ['trades', 'quotes', 'positions'].map(parseTopic);

/** From one answer to the next question of polling, ms. */
export const pollingIntervals = [250, 500, 1_000, 2_000, 5_000] as const;

/** Longest time that a long poll asks the server to wait, ms. */
export const longPollWaits = [1_000, 5_000, 25_000] as const;

/** Everything that decides what a race measures and shows; all of it stands in the address. */
export interface Levers extends Wire {
  /** What all five transports carry. */
  readonly topics: readonly Topic[];
  /** Whose updates the delays are of; one of `topics`. */
  readonly of: Topic;
  readonly pollingIntervalMs: number;
  readonly longPollWaitMs: number;
  /** How much time the charts show. */
  readonly windowMs: WindowMs;
}

const trades = parseTopic('trades');

export const defaultLevers: Levers = {
  topics: raceTopics,
  of: trades,
  pollingIntervalMs: 1_000,
  longPollWaitMs: 25_000,
  ...defaultWire,
  windowMs: 30_000,
};

interface Query {
  get(name: string): string | null;
}

/** Reads the levers of an address; what is missing or cannot be had is as by default. */
export function leversIn(query: Query): Levers {
  const named = (query.get('topics') ?? '').split(',');
  const wished = raceTopics.filter((topic) => named.includes(topic));
  const topics = wished.length > 0 ? wished : defaultLevers.topics;
  return {
    topics,
    of: topics.find((topic) => topic === query.get('of')) ?? topics[0] ?? trades,
    pollingIntervalMs: oneOf(pollingIntervals, query.get('interval')) ?? defaultLevers.pollingIntervalMs,
    longPollWaitMs: oneOf(longPollWaits, query.get('wait')) ?? defaultLevers.longPollWaitMs,
    ...wireIn(query),
    windowMs: oneOf(windows, query.get('window')) ?? defaultLevers.windowMs,
  };
}

/** The query parameters of `levers`; `null` stands for "as by default", which is left out of the address. */
export function leversQuery(levers: Levers): Readonly<Record<string, string | null>> {
  const { topics, of, pollingIntervalMs, longPollWaitMs, windowMs } = levers;
  return {
    topics: unless(topics.join(), defaultLevers.topics.join()),
    of: unless(of, topics[0] ?? trades),
    interval: unless(`${pollingIntervalMs}`, `${defaultLevers.pollingIntervalMs}`),
    wait: unless(`${longPollWaitMs}`, `${defaultLevers.longPollWaitMs}`),
    ...wireQuery(levers),
    window: unless(`${windowMs}`, `${defaultLevers.windowMs}`),
  };
}

/** Whether two races with these levers measure the same thing. */
export const sameRace = (a: Levers, b: Levers): boolean => measured(a) === measured(b);

/** What of the levers decides what is measured. */
const measured = ({ topics, pollingIntervalMs, longPollWaitMs, ...wire }: Levers): string =>
  [
    ...[topics.join(), pollingIntervalMs, longPollWaitMs],
    ...[wire.coalescingMs, wire.codec, wire.compress, wire.keepAlive],
  ].join(' ');

const unless = (value: string, byDefault: string) => (value === byDefault ? null : value);

const oneOf = <Value extends number>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find((value) => `${value}` === text);
