import { FeedError, limits, parseJson, parseMessage } from '@tickway/protocol';
import { plainFrame } from '../wire/plain-frame';
import { opcodes } from '../wire/web-socket-frames';
import type { Said, Speech } from './speech';

/** Longer than the servers' own pings are apart, on which the gateway's depend, ms. */
const PING_INTERVAL_MS = 25_000;
const PING_TIMEOUT_MS = 20_000;

const EVENT = Buffer.from('42["frame",');
const EVENT_END = Buffer.from(']');
const ATTACHED = Buffer.from('451-["frame",{"_placeholder":true,"num":0}]');

const text = (...parts: readonly Buffer[]) => plainFrame(opcodes.text, ...parts);

/** `socket.io`: Engine.IO 4 and Socket.IO 5 on top of the WebSocket, as far as our one event each way needs them. */
export const socketIoSpeech = (sid: string): Speech => ({
  opening: `0${JSON.stringify({
    ...{ sid, upgrades: [], pingInterval: PING_INTERVAL_MS, pingTimeout: PING_TIMEOUT_MS },
    maxPayload: limits.messageBytes,
  })}`,
  hear: (said) => heard(said, sid),
  message: ({ opcode, payload, bytes }) =>
    opcode === opcodes.binary ? Buffer.concat([text(ATTACHED), bytes]) : text(EVENT, payload, EVENT_END),
  tell: (json) => text(EVENT, Buffer.from(json), EVENT_END),
  ping: () => text(Buffer.from('2')),
});

function heard(said: string, sid: string): Said {
  if (said === '3') return { type: 'alive' };
  if (said === '1' || said === '41') return { type: 'leaving' };
  if (/^40(\{|$)/.test(said)) return { type: 'greeting', answer: `40${JSON.stringify({ sid })}` };
  if (!said.startsWith('42[')) throw new FeedError('bad_request', 'no packet that is spoken here');
  const event = parseJson(said.slice(2));
  if (!Array.isArray(event) || event[0] !== 'subscribe')
    throw new FeedError('bad_request', 'the event is "subscribe"');
  return { type: 'wish', wish: parseMessage(event[1]) };
}
