/** A client's whole WebSocket frame (RFC 6455 section 5.3): masked, as every client frame must be. */
export function maskedFrame(opcode: number, payload: Buffer, random: () => number): Buffer {
  const { length } = payload;
  const head = length < 126 ? 2 : 4;
  if (length > 0xffff) throw new Error('a viewer says nothing that long');
  const frame = Buffer.alloc(head + MASK_BYTES + length);
  frame.writeUInt8(FINAL | opcode, 0);
  frame.writeUInt8(MASKED | (head === 2 ? length : 126), 1);
  if (head === 4) frame.writeUInt16BE(length, 2);
  const mask = Buffer.from(Array.from({ length: MASK_BYTES }, () => Math.floor(random() * 256)));
  mask.copy(frame, head);
  for (let i = 0; i < length; i++)
    frame[head + MASK_BYTES + i] = (payload[i] ?? 0) ^ (mask[i % MASK_BYTES] ?? 0);
  return frame;
}

const MASK_BYTES = 4;
const FINAL = 0x80;
const MASKED = 0x80;
