import type { TransportName } from '@tickway/protocol';
import { asking } from './asking';
import { socketIo } from './socket-io';
import { streaming } from './streaming';
import type { Way } from './viewer';
import { webSocket } from './web-socket';

/** What can be set of the transports that ask. */
export interface WayOptions {
  /** Polling: from an answer to the next question, ms. */
  readonly intervalMs: number;
  /** @default true */
  readonly keepAlive?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The way of each transport. */
export function wayOf(name: TransportName, { intervalMs, keepAlive = true, headers = {} }: WayOptions): Way {
  switch (name) {
    case 'polling':
      return asking({ transport: name, pauseMs: intervalMs, keepAlive, headers });
    case 'long-polling':
      return asking({ transport: name, pauseMs: 0, keepAlive, headers });
    case 'streaming':
      return streaming();
    case 'websocket':
      return webSocket;
    case 'socket.io':
      return socketIo;
  }
}
