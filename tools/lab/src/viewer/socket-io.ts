import { maskedFrame, opcodes } from '@tickway/gateway';
import { encodeMessage } from '@tickway/protocol';
import { upgrade } from './upgrade';
import type { Viewer, Way } from './viewer';

const EVENT_HEAD = '42["frame",';
const EVENT_TAIL = ']';

/** Socket.IO 4 by hand (Engine.IO 4): its open and connect packets, our `subscribe`, then the event `frame`. */
export const socketIo: Way = (viewer) =>
  upgrade(viewer, {
    target: '/feed/socket.io/?EIO=4&transport=websocket',
    message: (payload) => take(viewer, payload),
  });

function take(viewer: Viewer, payload: Buffer): void {
  if (payload.toString('latin1', 0, EVENT_HEAD.length) === EVENT_HEAD) {
    viewer.account.add('framing', EVENT_HEAD.length + EVENT_TAIL.length);
    return viewer.receive(payload.subarray(EVENT_HEAD.length, payload.length - EVENT_TAIL.length));
  }
  answer(viewer, payload);
}

function answer(viewer: Viewer, payload: Buffer): void {
  const kind = payload.toString('latin1', 0, 2);
  viewer.account.add(kind === '2' ? 'framing' : 'handshake', payload.length);
  if (kind === '2') say(viewer, 'framing', '3');
  else if (kind.startsWith('0')) say(viewer, 'handshake', '40');
  else if (kind === '40') say(viewer, 'handshake', subscribe(viewer));
}

const subscribe = (viewer: Viewer) =>
  `42["subscribe",${encodeMessage({ type: 'subscribe', subscriptions: viewer.subscriptions() })}]`;

const say = (viewer: Viewer, part: 'framing' | 'handshake', text: string) =>
  viewer.send(part, maskedFrame(opcodes.text, Buffer.from(text), viewer.setting.random));
