import { sharedBytes } from '../shared-bytes';

const FINAL_TEXT = 0x81;

/** One whole, unmasked WebSocket text frame (RFC 6455 section 5.2), as a server sends it. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = FINAL_TEXT;
  if (head === 2) frame[1] = length;
  if (head === 4) frame.writeUIntBE(0x7e_0000 + length, 1, 3);
  if (head === 10) {
    frame[1] = 0x7f;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}

/** A frame of the feed as a WebSocket text frame. */
export const webSocketFrame = sharedBytes((json) => textFrame(json));
