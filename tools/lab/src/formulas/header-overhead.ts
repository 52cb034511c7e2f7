/** Overhead on the wire, bit/s: 8 · N · f · H (LAB d-1). */
export const overheadBitsPerSecond = ({
  clients,
  perSecond,
  overheadBytes,
}: {
  readonly clients: number;
  /** Messages a second to each. */
  readonly perSecond: number;
  /** Bytes of headers or framing a message. */
  readonly overheadBytes: number;
}): number => 8 * clients * perSecond * overheadBytes;

/** What Lubbers & Greco counted: HTTP headers of question and answer of one poll, bytes. */
export const COUNTED_HEADER_BYTES = 871;

/** What they took for WebSocket, bytes; true of a server's frames below 126 bytes of payload. */
export const TAKEN_FRAME_BYTES = 2;

/** IPv4 and TCP headers without options, bytes. */
export const IP_TCP_BYTES = 40;

/** Bytes on the wire of one message with the TCP/IP headers of its segments, bare acknowledgements included. */
export const onTheWire = (overheadBytes: number, payloadBytes: number, segments: number): number =>
  overheadBytes + payloadBytes + segments * IP_TCP_BYTES;

/** Bytes of a WebSocket head on a frame from the server (RFC 6455 section 5.2). */
export const frameHeadBytes = (payloadBytes: number): number =>
  payloadBytes < 126 ? 2 : payloadBytes < 65_536 ? 4 : 10;
