import { decodeMessage, type SubscribeMessage } from '@tickway/protocol';
import { plainFrame } from '../wire/plain-frame';
import { opcodes, type WebSocketFrame } from '../wire/web-socket-frames';

/** What a client's text means. */
export type Said =
  | { readonly type: 'wish'; readonly wish: SubscribeMessage }
  /** To be answered with this text, and with nothing else. */
  | { readonly type: 'greeting'; readonly answer: string }
  /** The answer to a ping. */
  | { readonly type: 'alive' }
  | { readonly type: 'leaving' };

/**
 * What a client speaks on its WebSocket. The servers behind are always spoken to in our own plain way, so one gateway serves
 * clients of several protocols from the same servers.
 */
export interface Speech {
  /** Said at once; a client that is opened to greets before it hears anything else. */
  readonly opening?: string;
  /** @throws FeedError for what makes no sense, or is refused */
  hear(text: string): Said;
  /** A server's message as the client reads it. */
  message(frame: WebSocketFrame): Buffer;
  /** A frame of the gateway's own. */
  tell(json: string): Buffer;
  /** A server's ping, to which the client answers by itself. */
  ping(frame: WebSocketFrame): Buffer;
}

/** `websocket`: a frame a message, nothing around it. */
export const plainSpeech: Speech = {
  hear: (text) => ({ type: 'wish', wish: decodeMessage(text) }),
  message: ({ bytes }) => bytes,
  tell: (json) => plainFrame(opcodes.text, Buffer.from(json)),
  ping: ({ bytes }) => bytes,
};
