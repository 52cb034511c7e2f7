const SLACK_MS = 5_000;

/** Longest silence of a server that sends a heartbeat at least each `heartbeatMs`, ms: one may be lost. */
export const silenceOf = (heartbeatMs: number): number => 2 * heartbeatMs + SLACK_MS;
