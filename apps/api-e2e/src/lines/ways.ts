import type { TransportName } from '@tickway/protocol';
import type { OpenLine } from './line';
import { openLongPolling } from './long-polling';
import { openPolling } from './polling';
import { openSocketIo } from './socket-io';
import { openStreaming } from './streaming';
import { openWebSocket } from './websocket';

/** The five ways, each made from PROTOCOL.md alone. */
export const ways: Readonly<Record<TransportName, OpenLine>> = {
  'socket.io': openSocketIo,
  websocket: openWebSocket,
  streaming: openStreaming,
  'long-polling': openLongPolling,
  polling: openPolling,
};
