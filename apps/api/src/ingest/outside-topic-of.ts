import { FeedError, parseTopic } from '@tickway/protocol';
import type { IngestConfig } from '../config';
import type { OutsideTopic } from '../feeds/outside-topic';
import { bearerMatches } from './bearer';

/** What an outside program says of itself and of what it wants to write to. */
export interface Claim {
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  readonly topic: string;
}

/**
 * The topic that an outside program asks for, if it may write to it.
 *
 * @throws FeedError `disabled`, `unauthorized`, `unknown_topic`
 */
export function outsideTopicOf(ingest: IngestConfig | undefined, claim: Claim): OutsideTopic {
  if (ingest === undefined) throw new FeedError('disabled');
  if (!bearerMatches(claim.authorization, ingest.token)) throw new FeedError('unauthorized');
  const name = parseTopic(claim.topic);
  const outside = ingest.topics.find(({ topic }) => topic === name);
  if (outside === undefined) throw new FeedError('unknown_topic');
  return outside;
}
