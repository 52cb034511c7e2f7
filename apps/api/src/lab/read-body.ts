import { FeedError, limits, parseJson } from '@tickway/protocol';
import type { IncomingMessage } from 'node:http';

/**
 * Reads a request's JSON; an empty body is an empty object.
 *
 * @throws FeedError `too_large`, `too_deep`, `bad_request`
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Not destroyed at an early end: the answer still has to go out over its socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limits.messageBytes) break;
    chunks.push(chunk);
  }
  if (bytes > limits.messageBytes) {
    // What is still to come is thrown away, or the next request on this connection would wait behind it.
    request.resume();
    throw new FeedError('too_large');
  }
  const text = Buffer.concat(chunks).toString();
  return text.trim() === '' ? {} : parseJson(text);
}
