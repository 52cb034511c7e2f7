import { HttpAnswers, maskedFrame, opcodes, WebSocketFrames } from '@tickway/gateway';
import { request } from './request';
import type { Viewer } from './viewer';

/** What a transport on WebSocket does with the messages. */
export interface UpgradeOptions {
  readonly target: string;
  /** Takes a text message; the frame's head is booked already, the message is not. */
  readonly message: (payload: Buffer) => void;
}

/** Opens a WebSocket by hand, answers its pings, and gives its messages away. */
export function upgrade(viewer: Viewer, { target, message }: UpgradeOptions): HttpAnswers {
  viewer.countRequest();
  viewer.send('handshake', request(viewer.setting.server, target, upgradeHeaders(viewer)));
  const frames = new WebSocketFrames(({ opcode, payload, headBytes, final }) => {
    viewer.account.add('framing', headBytes);
    if (!final) throw new Error('a frame in pieces, which nobody here sends');
    if (opcode === opcodes.text) return message(payload);
    viewer.account.add('framing', payload.length);
    if (opcode === opcodes.ping)
      viewer.send('framing', maskedFrame(opcodes.pong, payload, viewer.setting.random));
  });
  return new HttpAnswers({
    head: ({ status, bytes }) => {
      viewer.account.add('handshake', bytes);
      if (status !== 101) throw new Error(`answered ${status} in place of 101`);
    },
    body: (chunk) => frames.add(chunk),
    framing: (bytes) => viewer.account.add('framing', bytes),
    end: () => undefined,
  });
}

const KEY_BYTES = 16;

const upgradeHeaders = ({ setting }: Viewer) => ({
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': Buffer.from(
    Array.from({ length: KEY_BYTES }, () => Math.floor(setting.random() * 256)),
  ).toString('base64'),
});
