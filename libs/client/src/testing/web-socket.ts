import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A WebSocket at the server's end, just enough of RFC 6455 for specs. */
export interface PeerSocket {
  send(text: string): void;
  sendBinary(bytes: Uint8Array): void;
  /** Closes with a close frame. */
  close(code: number): void;
  /** Closes without one. */
  cut(): void;
}

const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;

/** Answers an upgrade; `heard` gets every text message. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  heard: (text: string) => void,
): PeerSocket {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  socket.on('data', (data: Buffer) => messages(data, heard, () => socket.end()));
  socket.on('error', () => socket.destroy());
  return {
    send: (text) => socket.write(frame(TEXT, Buffer.from(text))),
    sendBinary: (bytes) => socket.write(frame(BINARY, bytes)),
    close: (code) => socket.end(frame(CLOSE, Buffer.from([code >> 8, code & 0xff]))),
    cut: () => socket.destroy(),
  };
}

function frame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const head = length < 126 ? [length] : [126, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([0x80 | opcode, ...head]), payload]);
}

/** Reads masked client frames under 64 kB, which arrive whole on loopback. */
function messages(data: Buffer, heard: (text: string) => void, closed: () => void): void {
  for (let at = 0; at < data.length;) {
    const opcode = (data[at] ?? 0) & 0x0f;
    const short = (data[at + 1] ?? 0) & 0x7f;
    const length = short === 126 ? data.readUInt16BE(at + 2) : short;
    const mask = at + (short === 126 ? 4 : 2);
    const payload = data
      .subarray(mask + 4, mask + 4 + length)
      .map((byte, index) => byte ^ (data[mask + (index % 4)] ?? 0));
    at = mask + 4 + length;
    if (opcode === TEXT) heard(Buffer.from(payload).toString());
    if (opcode === CLOSE) closed();
  }
}
