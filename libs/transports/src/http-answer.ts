import { errorCodes, stamp, type FeedError } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';
import type { ServerResponse } from 'node:http';
import { refusal } from './own-frame';
import type { Rim } from './rim';
import { sharedBytes } from './shared-bytes';

/** Neither caches nor compressing proxies may touch what the feed says. */
export const NO_STORE = 'no-store, no-transform';

const RETRY_AFTER_SECONDS = 2;

/** One frame a line. */
export const line = sharedBytes((json) => Buffer.from(`${json}\n`));

/** Answers with frames, one a line. */
export function answerFrames(rim: Rim, response: ServerResponse, frames: readonly EncodedFrame[]): void {
  const now = rim.clock.now();
  const lines = frames.map((frame) => line(frame, now));
  const [only] = lines;
  const body = only && lines.length === 1 ? only : Buffer.concat(lines);
  response.writeHead(200, {
    'Content-Type': 'application/x-ndjson',
    'Content-Length': body.length,
    'Cache-Control': NO_STORE,
  });
  response.end(body);
}

/** Answers with an error of the table; a refused method is told which one is spoken. */
export function answerError(rim: Rim, response: ServerResponse, error: FeedError): void {
  const { status, body } = errorBody(rim, error);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Cache-Control': NO_STORE,
    ...(status === 405 && { Allow: 'GET' }),
    ...(comesBack(error) && { 'Retry-After': RETRY_AFTER_SECONDS }),
  });
  response.end(body);
}

/** Whether the same request may do a little later: not while we do not know what was wrong with us. */
const comesBack = ({ code }: FeedError) => errorCodes[code].retry === 'come-back' && code !== 'internal';

/** The status of an error and its frame as JSON. */
export function errorBody({ clock }: Pick<Rim, 'clock'>, error: FeedError) {
  const body = Buffer.from(refusal(error).json + stamp(clock.now()));
  return { status: errorCodes[error.code].status, body };
}
