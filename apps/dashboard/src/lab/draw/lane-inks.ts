import type { TransportName } from '@tickway/protocol';

/** What a lane is named after: its transport, or that it chooses one by itself. */
export type LaneName = TransportName | 'auto';

/** The colour of each lane, as CSS; the lab's page defines them for both looks. */
export const laneInks: Readonly<Record<LaneName, string>> = {
  'socket.io': 'var(--lane-socket-io)',
  websocket: 'var(--lane-websocket)',
  streaming: 'var(--lane-streaming)',
  'long-polling': 'var(--lane-long-polling)',
  polling: 'var(--lane-polling)',
  auto: 'var(--lane-auto)',
};
