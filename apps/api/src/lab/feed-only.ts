import { FeedError } from '@tickway/protocol';
import { answerError, type Rim } from '@tickway/transports';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Gateways } from './gateways';

/** Refuses what is not the feed to whoever comes through a gateway: it is a way to the feed, not into this machine. */
export const feedOnly =
  (gateways: Gateways, rim: Rim) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (gateways.guestOn(request.socket)) answerError(rim, response, new FeedError('not_found'));
    else next();
  };
