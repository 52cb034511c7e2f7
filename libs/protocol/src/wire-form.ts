import { FeedError } from './feed-error';

/** How a frame is written: as JSON text, or the same document in MessagePack. */
export type Codec = 'json' | 'msgpack';

/** How one connection's or request's frames are written. What they say is the same in every form. */
export interface WireForm {
  readonly codec: Codec;
  /** Whether the bytes are deflated: permessage-deflate on sockets, `Content-Encoding: deflate` over HTTP. */
  readonly compress: boolean;
}

/** What is spoken to whoever asks for nothing else. */
export const plainForm: WireForm = { codec: 'json', compress: false };

/** Media type of frames in MessagePack, one after the other: each says itself where it ends. */
export const MESSAGE_PACK = 'application/vnd.msgpack';

/** Media type of frames in JSON, one a line. */
export const JSON_LINES = 'application/x-ndjson';

/** The query's parameters that state a form. */
export const formParameters = ['codec', 'compress'] as const;

/**
 * Reads a form from a query: `codec=msgpack`, `compress=1`.
 *
 * @throws FeedError `bad_request` for any other value
 */
export function parseFormQuery(query: URLSearchParams): WireForm {
  if (!query.has('codec') && !query.has('compress')) return plainForm;
  return { codec: codecIn(query.get('codec') ?? 'json'), compress: switchIn(query, 'compress') ?? false };
}

/** Writes a form as {@link parseFormQuery} reads it; what is as by default is left out. */
export function appendForm(query: URLSearchParams, { codec, compress }: WireForm): void {
  if (codec !== 'json') query.append('codec', codec);
  if (compress) query.append('compress', '1');
}

/**
 * Reads a parameter that is `1` or `0`; undefined when it is not there.
 *
 * @throws FeedError `bad_request`
 */
export function switchIn(query: URLSearchParams, name: string): boolean | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (value === '0' || value === '1') return value === '1';
  throw new FeedError('bad_request', `${name} is 1 or 0`);
}

function codecIn(value: string): Codec {
  if (value === 'json' || value === 'msgpack') return value;
  throw new FeedError('bad_request', 'codec is json or msgpack');
}
