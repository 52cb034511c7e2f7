import { Http2Account } from './http2-account';
import { FRAME_HEAD_BYTES, frameTypes, PREFACE } from './http2-frames';

const frame = (type: number, length: number): Buffer => {
  const bytes = Buffer.alloc(FRAME_HEAD_BYTES + length);
  bytes.writeUIntBE(length, 0, 3);
  bytes.writeUInt8(type, 3);
  return bytes;
};
const { data, headers, settings } = frameTypes;
const WINDOW_UPDATE = 8;

describe('the account of an HTTP/2 connection', () => {
  it('books every byte once, and the first heads apart from those after', () => {
    const account = new Http2Account();
    const said = [
      Buffer.from(PREFACE),
      frame(settings, 6),
      ...[300, 40, 60].map((size) => frame(headers, size)),
    ];
    const told = [frame(settings, 0), ...[100, 20, 20].map((size) => frame(headers, size))];
    const rest = [frame(data, 1_000), frame(data, 0), frame(WINDOW_UPDATE, 4)];
    for (const bytes of said) account.fromViewer(bytes);
    for (const bytes of [...told, ...rest]) account.toViewer(bytes);
    const booked = account.split();
    expect(booked).toEqual({
      setUp: 24 + 15 + 9,
      headers: 540 + 6 * 9,
      dataHeads: 18,
      data: 1_000,
      control: 13,
    });
    expect(account.heads).toEqual({ first: 400 + 18, following: 50 + 20 + 18 });
    const all = Buffer.concat([...said, ...told, ...rest]).length;
    const { setUp, dataHeads, control } = booked;
    expect(setUp + booked.headers + dataHeads + booked.data + control).toBe(all);
  });
});
