import { FeedError, limits } from '@tickway/protocol';

/** Bytes of one request. */
export const MOST_BODY_BYTES = 1024 * 1024;

/**
 * Cuts a body into its lines as it comes in.
 *
 * @throws FeedError `too_large` for a body or a line over its limit
 */
export async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let rest = '';
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BODY_BYTES) throw new FeedError('too_large');
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = short(lines.pop() ?? '');
    for (const line of lines) yield short(line);
  }
  yield short(rest + decoder.decode());
}

function short(line: string): string {
  if (line.length <= limits.messageBytes && Buffer.byteLength(line) <= limits.messageBytes) return line;
  throw new FeedError('too_large', `a line has at most ${limits.messageBytes} bytes`);
}
