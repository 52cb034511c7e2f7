import { isTransportName, type TransportName } from '@tickway/protocol';

/** One transport in the server's own books, since its start. */
export interface TransportStats {
  /** Held now: sockets, streams, parked polls. */
  readonly open: number;
  /** HTTP requests and handshakes. */
  readonly requests: number;
  readonly frames: number;
  readonly rows: number;
  /** Bytes on the sockets: headers, framing and handshake included, TCP/IP and TLS not. */
  readonly bytesWritten: number;
  readonly bytesRead: number;
}

/** What the server says of itself at one moment. */
export interface Stats {
  /** Epoch ms, server clock. */
  readonly now: number;
  /** Version of its Node. */
  readonly node: string;
  readonly uptimeMs: number;
  /** User and system time of the whole process since its start, ms. */
  readonly cpuMs: number;
  /** Resident memory of the whole process, bytes. */
  readonly rssBytes: number;
  /** How late its event loop was over the last minute or less, ms. */
  readonly loopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly transports: ReadonlyMap<TransportName, TransportStats>;
}

/**
 * Reads the server's `/stats`.
 *
 * @throws TypeError for another shape: a figure that is not there must not become a 0
 */
export function parseStats(value: unknown): Stats {
  const { now, node, uptimeMs, cpuMs, rssBytes, loopDelayMs, transports } = objectOf(value);
  const { user, system } = objectOf(cpuMs);
  const { p50, p99, max } = objectOf(loopDelayMs);
  return {
    now: numberOf(now),
    node: String(node),
    uptimeMs: numberOf(uptimeMs),
    cpuMs: numberOf(user) + numberOf(system),
    rssBytes: numberOf(rssBytes),
    loopDelayMs: { p50: numberOf(p50), p99: numberOf(p99), max: numberOf(max) },
    transports: new Map(Object.entries(objectOf(transports)).flatMap(named)),
  };
}

function named([name, value]: [string, unknown]): [TransportName, TransportStats][] {
  if (!isTransportName(name)) return [];
  const { open, requests, frames, rows, bytesWritten, bytesRead } = objectOf(value);
  const counts = { open: numberOf(open), requests: numberOf(requests), frames: numberOf(frames) };
  const amounts = {
    rows: numberOf(rows),
    bytesWritten: numberOf(bytesWritten),
    bytesRead: numberOf(bytesRead),
  };
  return [[name, { ...counts, ...amounts }]];
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('/stats has another shape');
  return Object.fromEntries(Object.entries(value));
}

function numberOf(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError('/stats lacks a number');
}
