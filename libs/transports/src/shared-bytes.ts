import type { EncodedFrame } from '@tickway/hub';

interface Made<Bytes> {
  readonly writtenAt: number;
  readonly id: string;
  readonly bytes: Bytes;
}

/** Bytes of a frame as written at a time, epoch ms; `id` is what Server-Sent Events add. */
export type BytesOf<Bytes> = (encoded: EncodedFrame, writtenAt: number, id?: string) => Bytes;

/**
 * Makes bytes of a frame with `make`, once for all receivers that are written to within the same
 * millisecond: in a fan-out everyone gets the same buffer.
 */
export function sharedBytes<Bytes>(
  make: (encoded: EncodedFrame, writtenAt: number, id: string) => Bytes,
): BytesOf<Bytes> {
  const latest = new WeakMap<EncodedFrame, Made<Bytes>>();
  return (encoded, writtenAt, id = '') => {
    const made = latest.get(encoded);
    if (made?.writtenAt === writtenAt && made.id === id) return made.bytes;
    const bytes = make(encoded, writtenAt, id);
    latest.set(encoded, { writtenAt, id, bytes });
    return bytes;
  };
}
