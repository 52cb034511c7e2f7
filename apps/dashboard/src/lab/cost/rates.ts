import { transportNames, type TransportName } from '@tickway/protocol';
import type { Stats, TransportStats } from '@tickway/report';

/** What one transport does, a second. */
export interface TransportRates {
  /** Held now. */
  readonly open: number;
  readonly requests: number;
  readonly rows: number;
  readonly frames: number;
  /** Bytes on the sockets, server to viewers. */
  readonly out: number;
  /** Bytes on the sockets, viewers to server. */
  readonly in: number;
  /** Bytes out an update; absent when there was none. */
  readonly each?: number;
  /** Event-loop time spent on it, as a share of the time. */
  readonly loop: number;
  /** Event-loop time an update, ms; absent when there was none. */
  readonly loopEach?: number;
}

/** What a server does between two readings. */
export interface Rates {
  /** CPU time of all threads as a share of one core. */
  readonly cpu: number;
  /** How long the event loop was at work, as a share of the time. */
  readonly loop: number;
  readonly transports: ReadonlyMap<TransportName, TransportRates>;
}

/** What passed between two readings, a second; undefined when they are not of one life of the server. */
export function ratesBetween(before: Stats, now: Stats): Rates | undefined {
  const ms = now.uptimeMs - before.uptimeMs;
  if (ms <= 0) return undefined;
  const transports = transportNames.flatMap((name) => {
    const [then, present] = [before.transports.get(name), now.transports.get(name)];
    return then && present ? [[name, between(then, present, ms / 1_000)] as const] : [];
  });
  return {
    cpu: (now.cpuMs - before.cpuMs) / ms,
    loop: (now.loopActiveMs - before.loopActiveMs) / ms,
    transports: new Map(transports),
  };
}

function between(then: TransportStats, now: TransportStats, seconds: number): TransportRates {
  const [rows, out] = [now.rows - then.rows, now.bytesWritten - then.bytesWritten];
  const loopMs = now.loopMs - then.loopMs;
  return {
    open: now.open,
    requests: (now.requests - then.requests) / seconds,
    rows: rows / seconds,
    frames: (now.frames - then.frames) / seconds,
    out: out / seconds,
    in: (now.bytesRead - then.bytesRead) / seconds,
    loop: loopMs / (1_000 * seconds),
    ...(rows > 0 && { each: out / rows, loopEach: loopMs / rows }),
  };
}
