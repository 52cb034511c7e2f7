import type { TransportName } from '@tickway/protocol';

/** The colour of each transport, as CSS; the lab's page defines them for both looks. */
export const laneInks: Readonly<Record<TransportName, string>> = {
  'socket.io': 'var(--lane-socket-io)',
  websocket: 'var(--lane-websocket)',
  streaming: 'var(--lane-streaming)',
  'long-polling': 'var(--lane-long-polling)',
  polling: 'var(--lane-polling)',
};
