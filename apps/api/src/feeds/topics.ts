import type { TopicDefinition } from '@tickway/hub';
import { parseTopic, type Fields, type Topic } from '@tickway/protocol';
import { cellOf } from '@tickway/tracking';
import { BadSetting } from '../setting';
import { FEEDS } from './feed-runner';

const topic = parseTopic;

/** The server's own topics. */
const ownTopics: readonly TopicDefinition[] = [
  { topic: topic('quotes'), delivery: 'latest' },
  { topic: topic('trades'), delivery: 'every' },
  { topic: topic('positions'), delivery: 'latest', cellOf: cellOfFields },
  { topic: FEEDS, delivery: 'latest' },
];

/**
 * All topics: the server's own and those of outside programs.
 *
 * @throws BadSetting when these two share a name
 */
export function topicsOf(outside: readonly Topic[]): readonly TopicDefinition[] {
  const taken = ownTopics.find((own) => outside.includes(own.topic));
  if (taken) throw new BadSetting(`TICKWAY_INGEST_TOPICS: ${taken.topic} is the server's own`);
  return [...ownTopics, ...outside.map((name) => ({ topic: name, delivery: 'latest' as const }))];
}

function cellOfFields({ lat, lon }: Fields): string | undefined {
  return typeof lat === 'number' && typeof lon === 'number' ? cellOf(lat, lon) : undefined;
}
