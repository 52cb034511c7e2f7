import { decode, decodeMultiStream } from '@msgpack/msgpack';
import { FeedError, type Received } from '@tickway/protocol';
import { lost } from './error-of';
import { readFrame } from './read-frame';

// To be imported when first needed, so that who speaks JSON does not pay for it.

/**
 * Reads a frame from one whole document.
 *
 * @throws FeedError `lost` when it is none
 */
export function unpackFrame(bytes: Uint8Array): Received {
  try {
    return readFrame(decode(bytes));
  } catch (error) {
    throw error instanceof FeedError ? error : lost('what came is not MessagePack', error);
  }
}

/** Frames one after the other, cut anywhere on the way. One that is cut short at the end is lost. */
export async function* packedFrames(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Received> {
  for await (const document of decodeMultiStream(parts)) yield readFrame(document);
}
