import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** A request to leave HTTP for WebSocket. */
export interface UpgradeRequest {
  readonly request: IncomingMessage;
  readonly socket: Socket;
  /** What the client sent beyond the request's head. */
  readonly head: Buffer;
  /** The last part of the path: a transport's name, if it is one. */
  readonly name: string;
  readonly query: URLSearchParams;
}
