import type { Tap } from '@tickway/gateway';
import { FRAME_HEAD_BYTES, frameTypes, Http2Frames } from './http2-frames';

/** Bytes of one HTTP/2 connection, both ways, by the kinds of its frames. */
export interface Http2Bytes {
  /** Preface and SETTINGS: said once a connection. */
  readonly setUp: number;
  /** HEADERS frames, heads included. */
  readonly headers: number;
  /** Heads of DATA frames. */
  readonly dataHeads: number;
  /** What is in DATA frames. */
  readonly data: number;
  /** All else: windows, pings, resets. */
  readonly control: number;
}

/** What the heads of questions and answers on one connection took: the first, and those after it in the mean, bytes. */
export interface HeadBytes {
  readonly first: number;
  readonly following: number;
}

/** Books every byte of one HTTP/2 connection, from where it passes. */
export class Http2Account implements Tap {
  readonly #bytes = { setUp: 0, headers: 0, dataHeads: 0, data: 0, control: 0 };
  readonly #heads = { client: new Array<number>(), server: new Array<number>() };
  readonly #client = this.#reader('client');
  readonly #server = this.#reader('server');

  fromViewer(bytes: Buffer): void {
    this.#client.add(bytes);
  }

  toViewer(bytes: Buffer): void {
    this.#server.add(bytes);
  }

  closed(): void {
    // What was booked stays.
  }

  /** The account of this moment. */
  split(): Http2Bytes {
    return { ...this.#bytes };
  }

  get heads(): HeadBytes {
    const { client, server } = this.#heads;
    const following = (sizes: readonly number[]) => mean(sizes.slice(1));
    return {
      first: (client[0] ?? NaN) + (server[0] ?? NaN),
      following: following(client) + following(server),
    };
  }

  #reader(side: 'client' | 'server'): Http2Frames {
    return new Http2Frames(
      {
        preface: (bytes) => (this.#bytes.setUp += bytes),
        frame: (type, length) => this.#book(type, length, this.#heads[side]),
      },
      side,
    );
  }

  #book(type: number, length: number, heads: number[]): void {
    const whole = length + FRAME_HEAD_BYTES;
    if (type === frameTypes.data) {
      this.#bytes.dataHeads += FRAME_HEAD_BYTES;
      this.#bytes.data += length;
    } else if (type === frameTypes.headers) {
      this.#bytes.headers += whole;
      heads.push(whole);
    } else if (type === frameTypes.settings) this.#bytes.setUp += whole;
    else if (type === frameTypes.continuation) throw new Error('a head in pieces, which nobody here sends');
    else this.#bytes.control += whole;
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
