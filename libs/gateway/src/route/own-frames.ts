import { encodeFrame, errorCodes, FeedError, stamp, type ErrorCode, type Frame } from '@tickway/protocol';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RouteRim } from './route-rim';

type Rim = Pick<RouteRim, 'clock' | 'random'>;

/** Viewers whose server went away together shall not come back together, ms. */
const SPREAD_MS = 2_000;

/** A frame of the gateway's own, as JSON: in whatever form a client asked for frames, it reads these too. */
const ownFrame = ({ clock }: Pick<Rim, 'clock'>, frame: Frame): string =>
  encodeFrame(frame) + stamp(clock.now());

/** A request was refused here. */
export const refusalText = (rim: Pick<Rim, 'clock'>, { code, message }: FeedError): string =>
  ownFrame(rim, { type: 'error', code, message });

/** The gateway ends the connection. */
export const byeText = (rim: Rim, code: ErrorCode): string =>
  ownFrame(rim, { type: 'bye', code, retryAfterMs: Math.floor(rim.random() * SPREAD_MS) });

/** An error as one of the table: what has no code of its own is a fault of this gateway. */
export const codedError = (error: unknown): FeedError =>
  error instanceof FeedError ? error : new FeedError('internal', undefined, { cause: error });

/** Answers a request with an error; an answer that has begun is broken off, which the client sees. */
export function refuseRequest(rim: Pick<Rim, 'clock'>, response: ServerResponse, error: FeedError): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const body = Buffer.from(refusalText(rim, error));
  response.writeHead(errorCodes[error.code].status, { ...headers(body, error) });
  response.end(body);
}

/** Refuses an upgrade while it is still HTTP. */
export function refuseUpgrade(rim: Pick<Rim, 'clock'>, socket: Duplex, error: FeedError): void {
  const body = Buffer.from(refusalText(rim, error));
  const { status } = errorCodes[error.code];
  const lines = Object.entries({ Connection: 'close', ...headers(body, error) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines].join('\r\n');
  socket.end(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]));
}

const headers = (body: Buffer, { code }: FeedError) => ({
  'Content-Type': 'application/json',
  'Content-Length': body.length,
  'Cache-Control': 'no-store, no-transform',
  ...(errorCodes[code].retry === 'come-back' && { 'Retry-After': 2 }),
});
