import { FeedError } from '@tickway/protocol';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import type { Address } from '../address';
import { refuseUpgrade } from './own-frames';
import type { RouteRim } from './route-rim';

/** A request to leave HTTP. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  /** What came behind the request's head. */
  readonly head: Buffer;
}

/** Passes an upgrade to a server as it came, and then the bytes of both; none is read. */
export function passUpgrade(rim: RouteRim, { request, socket, head }: Upgrade, server: Address): void {
  const onward = connect({ ...server, noDelay: true });
  const refuse = () => refuseUpgrade(rim, socket, new FeedError('lost', 'the server behind does not answer'));
  onward.once('error', refuse);
  onward.once('connect', () => {
    onward.off('error', refuse);
    onward.write(headOf(request));
    onward.write(head);
    // Whichever side ends or breaks, so does the other.
    pipeline(socket, onward, () => socket.destroy());
    pipeline(onward, socket, () => onward.destroy());
  });
  socket.once('close', () => onward.destroy());
}

function headOf({ method, url, rawHeaders, socket }: IncomingMessage): string {
  const lines = [`${method ?? ''} ${url ?? ''} HTTP/1.1`];
  for (let i = 0; i < rawHeaders.length; i += 2) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  lines.push(`X-Forwarded-For: ${socket.remoteAddress ?? ''}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
