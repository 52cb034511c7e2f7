import { FeedError, parseJson } from '@tickway/protocol';
import { EventEmitter } from 'node:events';

/** A packet as Socket.IO's server takes it from a decoder (Socket.IO protocol 5, types 0, 1 and 2). */
export interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly data?: unknown;
}

const CONNECT = 0;
const DISCONNECT = 1;
const EVENT = 2;
const grammar = /^([0-2])(?:(\/[^,]*)(?:,|$))?([0-9]*)/;

/**
 * Reads the packets that Tickway's clients send, and nothing else of the protocol: no binary, no
 * acknowledgements. Socket.IO's own decoder parses JSON of any depth, accepts attachments, and cuts the
 * connection without a word at what it cannot read; here all that becomes an event of the gateway:
 * `subscribe`, or `refused` and `senseless` with the error that says why.
 */
export class PacketDecoder extends EventEmitter {
  /** Takes one message of the WebSocket. */
  add(message: unknown): void {
    this.emit('decoded', read(message));
  }

  destroy(): void {
    // Nothing is kept between messages.
  }
}

function read(message: unknown): Packet {
  try {
    if (typeof message !== 'string') throw new FeedError('unsupported');
    return packet(message);
  } catch (error) {
    return event('senseless', error instanceof FeedError ? error : new FeedError('bad_request'));
  }
}

function packet(message: string): Packet {
  const match = grammar.exec(message);
  if (!match) throw new FeedError('bad_request', 'not a packet that is spoken here');
  const [head, type, nsp = '/'] = match;
  // Socket.IO answers each wish for another, however many come and whether the answers are read or not.
  if (nsp !== '/') throw new FeedError('bad_request', 'the only namespace here is /');
  if (Number(type) === CONNECT) return { type: CONNECT, nsp };
  if (Number(type) === DISCONNECT) return { type: DISCONNECT, nsp };
  return heard(parseJson(message.slice(head.length)));
}

function heard(data: unknown): Packet {
  const [name, content] = Array.isArray(data) ? (data as readonly unknown[]) : [];
  if (typeof name !== 'string') throw new FeedError('bad_request', 'an event is ["name", content]');
  if (name === 'subscribe') return event('subscribe', content);
  return event('refused', new FeedError('bad_request', 'the only event here is subscribe'));
}

const event = (name: string, content: unknown): Packet => ({ type: EVENT, nsp: '/', data: [name, content] });
