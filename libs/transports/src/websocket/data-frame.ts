/** The first byte of a whole data frame (RFC 6455 section 5.2). */
export const frameKinds = { text: 0x81, binary: 0x82 } as const;

/** Set when the message is deflated (RFC 7692 section 6). */
const DEFLATED = 0x40;

/** One whole, unmasked WebSocket text frame, as a server sends it. */
export function textFrame(text: string): Buffer {
  const frame = emptyFrame(frameKinds.text, Buffer.byteLength(text));
  frame.write(text, frame.length - Buffer.byteLength(text));
  return frame;
}

/** One whole frame of bytes. */
export function dataFrame(kind: number, payload: Uint8Array): Buffer {
  const frame = emptyFrame(kind, payload.length);
  frame.set(payload, frame.length - payload.length);
  return frame;
}

/** One whole frame of a message that is deflated already. */
export const deflatedFrame = (kind: number, message: Uint8Array): Buffer =>
  dataFrame(kind | DEFLATED, message);

/** A frame with room for so many bytes at its end. */
function emptyFrame(kind: number, length: number): Buffer {
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = kind;
  if (head === 2) frame[1] = length;
  if (head === 4) frame.writeUIntBE(0x7e_0000 + length, 1, 3);
  if (head === 10) {
    frame[1] = 0x7f;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  return frame;
}
