import { FeedError, parseFormQuery, plainForm, type WireForm } from '@tickway/protocol';
import type { IncomingMessage } from 'node:http';
import { WebSocketServer, type ServerOptions } from 'ws';

/** How a socket's messages are written, and what of the wish for it cannot be granted. */
export interface SocketForm {
  readonly form: WireForm;
  readonly refusal?: FeedError;
}

/**
 * Leaves of the extensions that a client offers only what it has asked for and can be had. Browsers offer
 * compression always; who asks for it by `compress=1` shall get it, and nobody else.
 */
export function heedOffer({ headers }: IncomingMessage, query: URLSearchParams): void {
  const offers =
    query.get('compress') === '1'
      ? (headers['sec-websocket-extensions'] ?? '').split(',').filter(canBeHad)
      : [];
  if (offers.length > 0) headers['sec-websocket-extensions'] = offers.join();
  else delete headers['sec-websocket-extensions'];
}

/** What the query asks for, once the offer was heeded. */
export function socketForm({ headers }: IncomingMessage, query: URLSearchParams): SocketForm {
  try {
    const form = parseFormQuery(query);
    if (form.compress && headers['sec-websocket-extensions'] === undefined)
      throw new FeedError(
        'unsupported',
        'compress=1 needs an offer of permessage-deflate with a full window',
      );
    return { form };
  } catch (error) {
    if (error instanceof FeedError) return { form: plainForm, refusal: error };
    throw error;
  }
}

/** Whether it is compression as it is done here (RFC 7692): the messages are everyone's, with the largest window. */
function canBeHad(offer: string): boolean {
  const [name, ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
  return name === 'permessage-deflate' && !parameters.some((one) => one.startsWith('server_max_window_bits'));
}

/**
 * A WebSocket server that takes the offer and inflates what comes, bounded like any message, but never
 * deflates itself: the messages come to the socket deflated, once for all.
 */
export class DeflatedWebSocketServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, perMessageDeflate });
  }
}

const perMessageDeflate = {
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  threshold: Infinity,
} as const;
