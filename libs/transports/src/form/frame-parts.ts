import { stamp } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';

/**
 * What is written for a frame, in two: the long part, which is the same whenever and to whomever it is
 * written, and what follows it. Only the first is worth compressing, so it is compressed once.
 */
export interface FrameParts {
  begin(encoded: EncodedFrame): Uint8Array;
  /** `writtenAt` is epoch ms; `id` is what Server-Sent Events add. */
  end(writtenAt: number, id: string): Uint8Array;
}

/** A frame's JSON between two texts. */
export const jsonParts = (before = '', after: (id: string) => string = () => ''): FrameParts => ({
  begin: ({ json }) => Buffer.from(before + json),
  end: (writtenAt, id) => Buffer.from(stamp(writtenAt) + after(id)),
});
