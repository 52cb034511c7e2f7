import { errorCodes, stamp, type FeedError } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';
import type { ServerResponse } from 'node:http';
import { charge } from './admit';
import { limitedAsker } from './asker';
import { framesIn } from './form/http-frames';
import type { PollManner } from './form/poll-manner';
import { ZlibStream, type Deflated } from './form/zlib-stream';
import { refusal } from './own-frame';
import type { Rim } from './rim';

/** Neither caches nor compressing proxies may touch what the feed says. */
export const NO_STORE = 'no-store, no-transform';

/** When whoever may come back may. */
export const RETRY_AFTER_SECONDS = 2;

/** An answer to be given, and how. */
export interface PollAnswer extends PollManner {
  readonly response: ServerResponse;
}

/** Answers with frames, one after the other. */
export function answerFrames(rim: Rim, answer: PollAnswer, frames: readonly EncodedFrame[]): void {
  const { response, form, keepAlive } = answer;
  const { type, plain, deflated } = framesIn[form.codec];
  const now = rim.clock.now();
  const body = form.compress
    ? deflatedBody(frames.map((frame) => deflated(frame, now)))
    : plainBody(frames.map((frame) => plain(frame, now)));
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': body.length,
    'Cache-Control': NO_STORE,
    ...(form.compress && { 'Content-Encoding': 'deflate' }),
    ...(!keepAlive && { Connection: 'close' }),
  });
  response.end(body);
  charge(rim, limitedAsker(response.req, rim.settings.proxies), body.length);
  // Seldom: nearly always the kernel has it all by now.
  if (response.writableLength > 0) cutUnread(rim, response);
}

/** Cuts the connection of an answer of which the socket takes nothing for too long, as on the transports that push. */
export function cutUnread(
  { settings, codes }: Pick<Rim, 'settings' | 'codes'>,
  response: ServerResponse,
): void {
  // The time is the socket's until it has taken all: then Node sets its own.
  response.setTimeout(settings.slowMs, () => {
    codes.count('slow');
    response.destroy();
  });
}

function plainBody(parts: readonly Buffer[]): Buffer {
  const [only] = parts;
  return only && parts.length === 1 ? only : Buffer.concat(parts);
}

function deflatedBody(pieces: readonly Deflated[]): Buffer {
  const stream = new ZlibStream();
  const parts = pieces.map((piece) => stream.add(piece));
  return Buffer.concat([ZlibStream.head, ...parts, stream.end()]);
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
export const comesBack = ({ code }: FeedError) =>
  errorCodes[code].retry === 'come-back' && code !== 'internal';

/** The status of an error and its frame as JSON. */
export function errorBody({ clock, codes }: Pick<Rim, 'clock' | 'codes'>, error: FeedError) {
  codes.count(error.code);
  const body = Buffer.from(refusal(error).json + stamp(clock.now()));
  return { status: errorCodes[error.code].status, body };
}
