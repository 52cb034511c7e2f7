import { HttpAnswers, maskedFrame, opcodes, WebSocketFrames, type WebSocketFrame } from '@tickway/gateway';
import { request } from './request';
import type { Viewer } from './viewer';

/** What a transport on WebSocket does with the messages. */
export interface UpgradeOptions {
  readonly target: string;
  /** Whether compression is asked for, so that it must be offered. */
  readonly compress: boolean;
  /** More request headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes a message; the frame's head is booked already, the message is not. */
  readonly message: (message: Message) => void;
}

/** A text or binary message as it came. */
export type Message = Pick<WebSocketFrame, 'payload' | 'opcode' | 'compressed'>;

/** Opens a WebSocket by hand, answers its pings, and gives its messages away. */
export function upgrade(viewer: Viewer, { target, message, ...options }: UpgradeOptions): HttpAnswers {
  viewer.countRequest();
  viewer.send('handshake', request(viewer.setting.server, target, upgradeHeaders(viewer, options)));
  const frames = new WebSocketFrames(({ opcode, payload, headBytes, final, compressed }) => {
    viewer.account.add('framing', headBytes);
    if (!final) throw new Error('a frame in pieces, which nobody here sends');
    if (opcode === opcodes.text || opcode === opcodes.binary) return message({ opcode, payload, compressed });
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

const upgradeHeaders = (
  { setting }: Viewer,
  { compress, headers }: Pick<UpgradeOptions, 'compress' | 'headers'>,
) => ({
  ...headers,
  ...(compress && { 'Sec-WebSocket-Extensions': 'permessage-deflate' }),
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': Buffer.from(
    Array.from({ length: KEY_BYTES }, () => Math.floor(setting.random() * 256)),
  ).toString('base64'),
});
