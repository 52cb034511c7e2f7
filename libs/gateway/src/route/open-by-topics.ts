import {
  FeedError,
  formParameters,
  limitParameters,
  parseFormQuery,
  parseLimitsQuery,
  parseQuery,
  type SubscribeMessage,
} from '@tickway/protocol';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { forwardedHeaders } from './forwarded-headers';
import { codedError } from './own-frames';
import type { Upgrade } from './pass-upgrade';
import { RoutedSocket } from './routed-socket';
import type { RouteRim } from './route-rim';
import { socketIoSpeech } from './socket-io-speech';
import { plainSpeech, type Speech } from './speech';
import { splitTarget } from './split-target';

/** RFC 6455 section 1.3. */
const ACCEPT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * Makes an upgrade below `/feed` a WebSocket of this gateway's own, whose messages it reads and routes. What of its query
 * cannot be done is said on it, so that a browser's page learns the code.
 *
 * @throws FeedError for what is no WebSocket of the feed
 */
export function openByTopics(rim: RouteRim, upgrade: Upgrade): RoutedSocket {
  const { request } = upgrade;
  const { path, query } = splitTarget(request.url ?? '');
  const name = nameOf(path);
  const speech = name === 'websocket' ? plainSpeech : socketIoOf(rim, query);
  const socket = switched(upgrade);
  const refusal = refusalOf(name, query);
  const dialling = diallingOf(request, query);
  const routed = new RoutedSocket(rim, { socket, speech, dialling, ...(refusal && { refusal }) });
  if (name === 'websocket' && !refusal && statesWish(query)) routed.subscribe(wishOf(query));
  return routed;
}

/** Leaves HTTP. */
function switched({ request, socket, head }: Upgrade): Socket {
  const key = keyOf(request);
  if (!(socket instanceof Socket)) throw new FeedError('internal');
  socket.setNoDelay(true);
  socket.write(switching(key));
  if (head.length > 0) socket.unshift(head);
  return socket;
}

function nameOf(path: string): 'websocket' | 'socket.io' {
  const name = path.slice('/feed/'.length);
  if (name === 'websocket' || name === 'socket.io') return name;
  throw new FeedError('not_found');
}

/** The servers' side is always our plain WebSocket, in the codec that the client wants; its wish comes as a message. */
function diallingOf(request: IncomingMessage, query: URLSearchParams) {
  const headers = Object.entries(forwardedHeaders(request));
  return {
    path: `/feed/websocket${query.get('codec') === 'msgpack' ? '?codec=msgpack' : ''}`,
    headers: Object.fromEntries(headers.filter(([name]) => !name.startsWith('sec-websocket-'))),
  };
}

/** What of the query cannot be done. */
function refusalOf(name: 'websocket' | 'socket.io', query: URLSearchParams): FeedError | undefined {
  try {
    if (parseFormQuery(query).compress)
      throw new FeedError('unsupported', 'this gateway reads messages that are not deflated only');
    if (name === 'socket.io') refuseUnknown(query);
    else if (statesWish(query)) wishOf(query);
    return undefined;
  } catch (error) {
    return codedError(error);
  }
}

const forms: ReadonlySet<string> = new Set(formParameters);
const statesWish = (query: URLSearchParams) => [...query.keys()].some((name) => !forms.has(name));

function wishOf(query: URLSearchParams): SubscribeMessage {
  const subscriptions = parseQuery(query, [...limitParameters, ...formParameters]);
  const limits = parseLimitsQuery(query);
  return { type: 'subscribe', subscriptions, ...(Object.keys(limits).length > 0 && { limits }) };
}

const ofEngineIo: ReadonlySet<string> = new Set(['EIO', 'transport', 't', 'sid', 'b64', ...formParameters]);

function refuseUnknown(query: URLSearchParams): void {
  if (![...query.keys()].every((name) => ofEngineIo.has(name)))
    throw new FeedError('bad_request', 'a parameter that this address does not know');
}

const SID_BYTES = 15;

function socketIoOf({ random }: RouteRim, query: URLSearchParams): Speech {
  if (query.get('EIO') !== '4' || query.get('transport') !== 'websocket')
    throw new FeedError('bad_request', 'Socket.IO 4 over WebSocket only');
  return socketIoSpeech(randomBytes(random, SID_BYTES).toString('base64url'));
}

const randomBytes = (random: () => number, count: number) =>
  Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)));

function keyOf({ headers, method }: IncomingMessage): string {
  const key = headers['sec-websocket-key'] ?? '';
  const asks = headers.upgrade?.toLowerCase() === 'websocket' && headers['sec-websocket-version'] === '13';
  if (method === 'GET' && asks && /^[A-Za-z0-9+/]{22}==$/.test(key)) return key;
  throw new FeedError('bad_request', 'no handshake of RFC 6455');
}

const switching = (key: string) =>
  [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${createHash('sha1').update(`${key}${ACCEPT}`).digest('base64')}`,
    '\r\n',
  ].join('\r\n');
