import type { Prediction } from './long-polling-latency';

/** A stream or a WebSocket: one transit each, no requests, an event a frame (LAB d-2). */
export const streamingLatency = (transitMs: number): Prediction => ({
  meanMs: transitMs,
  maxMs: transitMs,
  requestsPerSecond: 0,
  batch: 1,
});
