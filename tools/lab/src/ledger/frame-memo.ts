import { readFrame, type ReadFrame } from '../wire/read-frame';
import { digest, type Digest } from './digest';

const KEPT = 64;

interface Met {
  readonly bytes: Buffer;
  readonly digest: Digest;
}

/**
 * Reads frames. In a fan-out all viewers get the same bytes, so each is parsed once: comparing bytes is a hundred
 * times cheaper than parsing them, and the generator shall not become the bottleneck.
 */
export class FrameMemo {
  readonly #met: Met[] = [];
  #next = 0;

  /** @throws Error when the bytes are not a frame */
  read(bytes: Buffer, read: ReadFrame = readFrame.json): Digest {
    const met = this.#met.find((one) => one.bytes.length === bytes.length && one.bytes.equals(bytes));
    if (met) return met.digest;
    const made = digest(read(bytes));
    // A copy, or a small frame would hold the whole chunk it came in.
    this.#met[this.#next] = { bytes: Buffer.from(bytes), digest: made };
    this.#next = (this.#next + 1) % KEPT;
    return made;
  }
}
