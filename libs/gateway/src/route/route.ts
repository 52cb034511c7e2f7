import { parseTopic, type Topic } from '@tickway/protocol';
import type { Address } from '../address';

/** What goes to which server: by what is asked for, or by where it is asked. */
export type Route = TopicRoute | PathRoute;

/** By message: these topics, in whatever request or message they are named. */
export interface TopicRoute {
  readonly type: 'topics';
  readonly topics: readonly Topic[];
  readonly server: Address;
}

/** By path: every request at or below `path`, of any host or of one. */
export interface PathRoute {
  readonly type: 'path';
  /** Lower case, without a port. */
  readonly host?: string;
  readonly path: string;
  readonly server: Address;
}

/** What {@link parseRoute} understands. */
export const routeHelp =
  'quotes,trades=http://… by topics, /history=http://… by path, //board.example/=http://… by host';

const PLACE = /^(?:\/\/(?<host>[a-z0-9.-]+))?(?<path>\/(?!\/)[^?#\s=]*)$/i;

/**
 * Reads a route: `quotes,trades=http://127.0.0.1:3001`, `/history=http://127.0.0.1:3002` or
 * `//board.example/=http://127.0.0.1:3003`.
 *
 * @throws Error that says what is wrong
 */
export function parseRoute(text: string): Route {
  const cut = text.indexOf('=');
  const [what, url] = [text.slice(0, cut), text.slice(cut + 1)];
  if (cut < 1) throw new Error(`a route is ${routeHelp}; not "${text}"`);
  const server = parseServer(url);
  if (!what.startsWith('/')) return { type: 'topics', topics: what.split(',').map(topicOf), server };
  const { host, path } = PLACE.exec(what)?.groups ?? {};
  if (path === undefined) throw new Error(`a path is /… or //host/…; not "${what}"`);
  return { type: 'path', path, server, ...(host !== undefined && { host: host.toLowerCase() }) };
}

function topicOf(text: string): Topic {
  try {
    return parseTopic(text);
  } catch {
    // A FeedError, whose message is for a client.
    throw new Error(`"${text}" is no topic`);
  }
}

function parseServer(text: string): Address {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' || url.pathname !== '/' || url.search !== '')
    throw new Error(`a server is http://host:port, with nothing behind it; not "${text}"`);
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 80) };
}
