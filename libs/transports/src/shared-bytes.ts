import { stamp } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';

interface Made<Bytes> {
  readonly writtenAt: number;
  readonly id: string;
  readonly bytes: Bytes;
}

/**
 * Makes bytes of a frame with `form`, once for all receivers that are written to within the same
 * millisecond: in a fan-out everyone gets the same buffer. `id` is what Server-Sent Events add.
 */
export function sharedBytes<Bytes>(form: (json: string, id: string) => Bytes) {
  const latest = new WeakMap<EncodedFrame, Made<Bytes>>();
  return (encoded: EncodedFrame, writtenAt: number, id = ''): Bytes => {
    const made = latest.get(encoded);
    if (made?.writtenAt === writtenAt && made.id === id) return made.bytes;
    const bytes = form(encoded.json + stamp(writtenAt), id);
    latest.set(encoded, { writtenAt, id, bytes });
    return bytes;
  };
}
