import { HttpAnswers } from './wire/http-answers';
import type { Network } from './network/network';

/** Bytes of a proxy's buffer for one answer. */
export const PROXY_BUFFER_BYTES = 8 * 1024;

/**
 * Turns what the server sends into what the proxy passes on: holds an answer back until it is whole or fills the buffer
 * (whatever `X-Accel-Buffering` says, for many proxies do not know it), or goes silent once it has passed a 101.
 */
export class AnswerFilter {
  #held: Buffer[] = [];
  #heldBytes = 0;
  #inAnswer = false;
  #upgraded = false;
  /** Whether bytes were kept from the viewer: a stream with a hole in it never goes on. */
  #swallowed = false;
  /** Whether the server speaks HTTP/1.1; what it says otherwise goes on as it is. */
  #readable = true;
  readonly #answers = new HttpAnswers({
    head: ({ status }) => {
      this.#upgraded = status === 101;
      this.#inAnswer = !this.#upgraded;
    },
    body: () => undefined,
    framing: () => undefined,
    end: () => (this.#inAnswer = false),
  });

  constructor(private readonly network: () => Network) {}

  /** What goes on now of what is held and `chunk`. */
  pass(chunk: Buffer): Buffer {
    if (this.#upgraded) return this.#passUpgraded(chunk);
    if (!this.#readable) return chunk;
    if (this.#reads(chunk)) return this.#release(this.#swallows() ? headOnly(chunk) : chunk);
    if (!this.#holds() || this.#heldBytes + chunk.length >= PROXY_BUFFER_BYTES) return this.#release(chunk);
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    return Buffer.alloc(0);
  }

  #holds(): boolean {
    return this.network().buffering && this.#inAnswer && this.#readable;
  }

  #passUpgraded(chunk: Buffer): Buffer {
    return this.#swallows() ? Buffer.alloc(0) : chunk;
  }

  #swallows(): boolean {
    this.#swallowed ||= this.network().silent;
    return this.#swallowed;
  }

  /** What is still held when the server has ended the connection. */
  rest(): Buffer {
    return this.#release(Buffer.alloc(0));
  }

  /** Whether the connection has stopped to be HTTP with this chunk. */
  #reads(chunk: Buffer): boolean {
    try {
      this.#answers.add(chunk);
    } catch {
      this.#readable = false;
    }
    return this.#upgraded;
  }

  #release(chunk: Buffer): Buffer {
    const all = this.#held.length === 0 ? chunk : Buffer.concat([...this.#held, chunk]);
    this.#held = [];
    this.#heldBytes = 0;
    return all;
  }
}

const HEAD_END = Buffer.from('\r\n\r\n');

const headOnly = (chunk: Buffer) => chunk.subarray(0, chunk.indexOf(HEAD_END) + HEAD_END.length);
