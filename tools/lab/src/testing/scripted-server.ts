import type { Address, ByteReader } from '@tickway/gateway';
import type { Wire } from '../wire/wire';

/** One connection as the server's side of a spec sees it. */
export interface Heard extends Wire {
  /** All that the viewer said. */
  said: string;
  cutOff: boolean;
  /** Says something to the viewer. */
  tell(text: string): void;
  end(): void;
}

/** Stands in for the network: keeps what viewers say, and says what the spec wants. */
export class ScriptedServer {
  readonly connections: Heard[] = [];

  readonly dial = (_: Address, reader: ByteReader): Wire => {
    let carried = 0;
    const heard: Heard = {
      said: '',
      cutOff: false,
      send: (bytes) => {
        carried += bytes.length;
        heard.said += bytes.toString('latin1');
      },
      cut: () => (heard.cutOff = true),
      get carried() {
        return carried;
      },
      tell: (text) => {
        carried += Buffer.byteLength(text, 'latin1');
        reader.add(Buffer.from(text, 'latin1'));
      },
      end: () => reader.ended(),
    };
    this.connections.push(heard);
    return heard;
  };

  /** The newest connection. */
  get last(): Heard {
    const last = this.connections.at(-1);
    if (!last) throw new Error('nobody connected');
    return last;
  }
}

/** An answer with these frames as its lines. */
export function answer(...frames: readonly string[]): string {
  const body = frames.map((frame) => `${frame}\n`).join('');
  return `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A server's text message. */
export function textFrame(text: string): string {
  const length = text.length;
  const head = length < 126 ? [0x81, length] : [0x81, 126, length >> 8, length & 0xff];
  return Buffer.from(head).toString('latin1') + text;
}

/** Takes the mask off the frames a viewer said after its request. */
export function unmasked(said: string): readonly string[] {
  let bytes = Buffer.from(said.slice(said.indexOf('\r\n\r\n') + 4), 'latin1');
  const texts: string[] = [];
  while (bytes.length > 0) {
    const short = bytes.readUInt8(1) & 0x7f;
    const [head, length] = short === 126 ? [4, bytes.readUInt16BE(2)] : [2, short];
    const mask = bytes.subarray(head, head + 4);
    const payload = bytes.subarray(head + 4, head + 4 + length).map((byte, i) => byte ^ (mask[i % 4] ?? 0));
    texts.push(Buffer.from(payload).toString());
    bytes = bytes.subarray(head + 4 + length);
  }
  return texts;
}
