import { maskedFrame, opcodes } from '@tickway/gateway';
import { encodeMessage, plainForm, type ViewerLimits } from '@tickway/protocol';
import { inflateMessage, readFrame, type ReadFrame } from '../wire/read-frame';
import { formQuery } from './form-query';
import type { PushOptions } from './streaming';
import { upgrade, type Message } from './upgrade';
import type { Viewer, Way } from './viewer';
import { readerOf } from './web-socket';

const EVENT_HEAD = '42["frame",';
const EVENT_TAIL = ']';
/** Says that the event's content is the next message, which is binary. */
const ATTACHED = '451-["frame",{"_placeholder":true,"num":0}]';

/** Socket.IO 4 by hand (Engine.IO 4): its open and connect packets, our `subscribe`, then the event `frame`. */
export const socketIo =
  ({ form = plainForm, limits, headers }: PushOptions = {}): Way =>
  (viewer) => {
    const query = new URLSearchParams({ EIO: '4', transport: 'websocket', ...formQuery(form) });
    return upgrade(viewer, {
      target: `/feed/socket.io/?${query.toString()}`,
      compress: form.compress,
      ...(headers && { headers }),
      message: (message) => take({ viewer, limits }, message),
    });
  };

interface Speaking {
  readonly viewer: Viewer;
  readonly limits: ViewerLimits | undefined;
}

function take(speaking: Speaking, message: Message): void {
  const { viewer } = speaking;
  const { payload, opcode, compressed } = message;
  if (opcode === opcodes.binary) return viewer.receive(payload, readerOf(message));
  // Only events are compressed, and what is around the frame cannot be told apart then.
  if (compressed) return viewer.receive(payload, (bytes) => readEvent(inflateMessage(bytes)));
  if (!isEvent(payload)) return answer(speaking, payload);
  viewer.account.add('framing', EVENT_HEAD.length + EVENT_TAIL.length);
  viewer.receive(contentOf(payload));
}

const isEvent = (payload: Buffer) => payload.toString('latin1', 0, EVENT_HEAD.length) === EVENT_HEAD;

const contentOf = (payload: Buffer) =>
  payload.subarray(EVENT_HEAD.length, payload.length - EVENT_TAIL.length);

const readEvent: ReadFrame = (bytes) => readFrame.json(contentOf(bytes));

function answer({ viewer, limits }: Speaking, payload: Buffer): void {
  const text = payload.toString('latin1');
  const kind = text.slice(0, 2);
  viewer.account.add(kind === '2' || text === ATTACHED ? 'framing' : 'handshake', payload.length);
  if (kind === '2') say(viewer, 'framing', '3');
  else if (kind.startsWith('0')) say(viewer, 'handshake', '40');
  else if (kind === '40') say(viewer, 'handshake', subscribe(viewer, limits));
}

const subscribe = (viewer: Viewer, limits: ViewerLimits | undefined) => {
  const message = {
    type: 'subscribe',
    subscriptions: viewer.subscriptions(),
    ...(limits && { limits }),
  } as const;
  return `42["subscribe",${encodeMessage(message)}]`;
};

const say = (viewer: Viewer, part: 'framing' | 'handshake', text: string) =>
  viewer.send(part, maskedFrame(opcodes.text, Buffer.from(text), viewer.setting.random));
