import type { Received } from '@tickway/protocol';
import { defer, from, type Observable } from 'rxjs';
import { readFrame } from './read-frame';

/** Reads a frame from one whole document. */
export type Unpack = (bytes: Uint8Array) => Received;

// Loaded when first needed, so that who speaks JSON does not pay for it.
const load = () => import('@msgpack/msgpack');

/** The reader of whole documents, once it is loaded. */
export const unpacking = (): Observable<Unpack> =>
  defer(() =>
    from(
      load().then(
        ({ decode }) =>
          (bytes: Uint8Array) =>
            readFrame(decode(bytes)),
      ),
    ),
  );

/** Frames one after the other, cut anywhere on the way. One that is cut short at the end is lost. */
export async function* packedFrames(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Received> {
  const { decodeMultiStream } = await load();
  for await (const document of decodeMultiStream(parts)) yield readFrame(document);
}
