import type { TopicDefinition } from '@tickway/hub';
import { parseTopic, type Fields, type Topic } from '@tickway/protocol';
import { cellOf } from '@tickway/tracking';
import { BadSetting } from '../setting';
import { FEEDS } from './feed-runner';
import type { OutsideTopic } from './outside-topic';

const topic = parseTopic;
const DEPTH = topic('depth');

/** The server's own topics. */
const ownTopics: readonly TopicDefinition[] = [
  { topic: topic('quotes'), delivery: 'latest' },
  { topic: topic('trades'), delivery: 'every' },
  { topic: DEPTH, delivery: 'latest' },
  { topic: topic('positions'), delivery: 'latest', cellOf: cellOfFields },
  { topic: topic('flights'), delivery: 'latest', cellOf: cellOfFields },
  { topic: FEEDS, delivery: 'latest' },
];

/**
 * All topics: the server's own and those of outside programs.
 *
 * @throws BadSetting when these two share a name
 */
export function topicsOf(outside: readonly OutsideTopic[]): readonly TopicDefinition[] {
  const taken = ownTopics.find((own) => outside.some((other) => other.topic === own.topic));
  if (taken) throw new BadSetting(`TICKWAY_INGEST_TOPICS: ${taken.topic} is the server's own`);
  return [...ownTopics, ...outside.map((other) => ({ ...other, cellOf: cellOfFields }))];
}

/** What of them is kept for later: all but the order book, which would fill the disk for a view that nobody replays. */
export const recordedOf = (topics: readonly TopicDefinition[]): readonly Topic[] =>
  topics.map((definition) => definition.topic).filter((name) => name !== DEPTH);

function cellOfFields({ lat, lon }: Fields): string | undefined {
  return typeof lat === 'number' && typeof lon === 'number' ? cellOf(lat, lon) : undefined;
}
