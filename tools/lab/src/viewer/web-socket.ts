import { upgrade } from './upgrade';
import type { Way } from './viewer';

/** WebSocket: the wish stands in the query, each message is a frame. */
export const webSocket: Way = (viewer) =>
  upgrade(viewer, {
    target: `/feed/websocket?${viewer.query()}`,
    message: (payload) => viewer.receive(payload),
  });
