import {
  COUNTED_HEADER_BYTES,
  frameHeadBytes,
  onTheWire,
  overheadBitsPerSecond,
  TAKEN_FRAME_BYTES,
} from './header-overhead';

describe('the overhead of Lubbers & Greco', () => {
  it.each([
    [1_000, 6_968_000, 16_000],
    [10_000, 69_680_000, 160_000],
    [100_000, 696_800_000, 1_600_000],
  ])('for %d clients is %d bit/s polled and %d bit/s pushed', (clients, polled, pushed) => {
    const of = (overheadBytes: number) => overheadBitsPerSecond({ clients, perSecond: 1, overheadBytes });
    expect(of(COUNTED_HEADER_BYTES)).toBe(polled);
    expect(of(TAKEN_FRAME_BYTES)).toBe(pushed);
  });

  it('is 435 to 1 in headers, and about 10 to 1 with TCP/IP and a quote of 20 bytes', () => {
    expect(Math.floor(COUNTED_HEADER_BYTES / TAKEN_FRAME_BYTES)).toBe(435);
    const polled = onTheWire(COUNTED_HEADER_BYTES, 20, 3);
    const pushed = onTheWire(TAKEN_FRAME_BYTES, 20, 2);
    expect([polled, pushed]).toEqual([1_011, 102]);
  });
});

it.each([
  [0, 2],
  [125, 2],
  [126, 4],
  [65_535, 4],
  [65_536, 10],
])('a WebSocket frame of %d bytes has a head of %d', (payload, head) => {
  expect(frameHeadBytes(payload)).toBe(head);
});
