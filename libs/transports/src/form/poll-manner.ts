import { formParameters, parseFormQuery, plainForm, switchIn, type WireForm } from '@tickway/protocol';
import type { FeedRequest } from '../feed-request';
import { assertAcceptsDeflate } from './accepts-deflate';

/** How a poll is answered. */
export interface PollManner {
  readonly form: WireForm;
  /** Whether the connection stays for the next question. */
  readonly keepAlive: boolean;
}

/** The query's parameters that state it. */
export const mannerParameters: readonly string[] = [...formParameters, 'keepAlive'];

const plainManner: PollManner = { form: plainForm, keepAlive: true };

/**
 * Reads how a poll is to be answered.
 *
 * @throws FeedError `bad_request`, or `unsupported` when the client could not read the answer
 */
export function mannerOf({ request, query }: Pick<FeedRequest, 'request' | 'query'>): PollManner {
  if (!mannerParameters.some((name) => query.has(name))) return plainManner;
  const form = parseFormQuery(query);
  if (form.compress) assertAcceptsDeflate(request);
  return { form, keepAlive: switchIn(query, 'keepAlive') ?? true };
}
