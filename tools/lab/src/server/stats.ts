import { isTransportName, type TransportName } from '@tickway/protocol';

/** One transport in the server's own books. */
export interface TransportStats {
  readonly open: number;
  readonly requests: number;
  readonly frames: number;
  readonly rows: number;
  readonly bytesWritten: number;
  readonly bytesRead: number;
}

/** What the server says of itself at one moment. */
export interface Stats {
  /** Epoch ms, server clock. */
  readonly now: number;
  /** Version of its Node. */
  readonly node: string;
  /** User and system time of all its threads since its start, ms. */
  readonly cpuMs: number;
  /** Resident memory, bytes. */
  readonly rssBytes: number;
  /** How late its event loop was at worst, over the last minute or less, ms. */
  readonly loopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly transports: ReadonlyMap<TransportName, TransportStats>;
}

/** Reads the server's `/stats`, whose shape is checked: a figure that is not there must not become a 0. */
export function parseStats(value: unknown): Stats {
  const { now, node, cpuMs, rssBytes, loopDelayMs, transports } = object(value);
  const { user, system } = object(cpuMs);
  const { p50, p99, max } = object(loopDelayMs);
  return {
    now: number(now),
    node: String(node),
    cpuMs: number(user) + number(system),
    rssBytes: number(rssBytes),
    loopDelayMs: { p50: number(p50), p99: number(p99), max: number(max) },
    transports: new Map(Object.entries(object(transports)).flatMap(named)),
  };
}

function named([name, value]: [string, unknown]): [TransportName, TransportStats][] {
  if (!isTransportName(name)) return [];
  const { open, requests, frames, rows, bytesWritten, bytesRead } = object(value);
  return [
    [
      name,
      {
        open: number(open),
        requests: number(requests),
        frames: number(frames),
        rows: number(rows),
        bytesWritten: number(bytesWritten),
        bytesRead: number(bytesRead),
      },
    ],
  ];
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  throw new Error('/stats has another shape than the lab knows');
}

function number(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Error('/stats lacks a number');
}
