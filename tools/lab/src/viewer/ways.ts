import type { TransportName, WireForm } from '@tickway/protocol';
import { asking } from './asking';
import { socketIo } from './socket-io';
import { streaming, type PushOptions } from './streaming';
import type { Way } from './viewer';
import { webSocket } from './web-socket';

/** What can be set of the transports. */
export interface WayOptions {
  /** Polling: from an answer to the next question, ms. */
  readonly intervalMs: number;
  /** @default true */
  readonly keepAlive?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** How frames are written. @default plain JSON */
  readonly form?: WireForm;
  /** Coalescing window of the transports that push, ms. @default none */
  readonly windowMs?: number;
}

/** The way of each transport. */
export function wayOf(name: TransportName, options: WayOptions): Way {
  switch (name) {
    case 'polling':
      return asking({ transport: name, pauseMs: options.intervalMs, ...asked(options) });
    case 'long-polling':
      return asking({ transport: name, pauseMs: 0, ...asked(options) });
    case 'streaming':
      return streaming(pushed(options));
    case 'websocket':
      return webSocket(pushed(options));
    case 'socket.io':
      return socketIo(pushed(options));
  }
}

const asked = ({ keepAlive = true, headers = {}, form }: WayOptions) => ({
  ...{ keepAlive, headers },
  ...(form && { form }),
});

const pushed = ({ form, windowMs, headers }: WayOptions): PushOptions => ({
  ...(headers && { headers }),
  ...(form && { form }),
  ...(windowMs !== undefined && { limits: { windowMs } }),
});
