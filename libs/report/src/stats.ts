import { isTransportName, type TransportName } from '@tickway/protocol';
import { shape } from './shape';

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
  /** Time of its event loop spent on answers, takes and writes of this transport, ms. */
  readonly loopMs: number;
}

/** What a server says of itself at one moment: its `/stats`. */
export interface Stats {
  /** Epoch ms, server clock. */
  readonly now: number;
  /** Version of its Node. */
  readonly node: string;
  readonly uptimeMs: number;
  /** User and system time of all its threads since its start, ms. */
  readonly cpuMs: number;
  /** Resident memory of the whole process, bytes. */
  readonly rssBytes: number;
  /** Its JavaScript heap, bytes: what is in it, and what it has taken for it. */
  readonly heap?: { readonly usedBytes: number; readonly totalBytes: number };
  /** What its kernel holds for TCP, of all programs of that machine, bytes; absent where no kernel tells. */
  readonly kernel?: { readonly socketBytes: number };
  /** How late its event loop was over the last minute or less, ms. */
  readonly loopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** How long its event loop has been at work, ms. */
  readonly loopActiveMs: number;
  readonly transports: ReadonlyMap<TransportName, TransportStats>;
}

const { object, text, number, maybe } = shape;

/**
 * Reads a server's `/stats`.
 *
 * @throws BadShape for another shape: a figure that is not there must not become a 0
 */
export function parseStats(value: unknown): Stats {
  const { now, node, uptimeMs, cpuMs, rssBytes, heap, kernel, loopDelayMs, loopActiveMs, transports } =
    object(value);
  const { user, system } = object(cpuMs);
  const { p50, p99, max } = object(loopDelayMs);
  const [own, shared] = [maybe(heap, parseHeap), maybe(kernel, parseKernel)];
  return {
    ...{ now: number(now), node: text(node), uptimeMs: number(uptimeMs) },
    ...{ cpuMs: number(user) + number(system), rssBytes: number(rssBytes) },
    ...(own && { heap: own }),
    ...(shared && { kernel: shared }),
    loopDelayMs: { p50: number(p50), p99: number(p99), max: number(max) },
    loopActiveMs: number(loopActiveMs),
    transports: new Map(Object.entries(object(transports)).flatMap(named)),
  };
}

function parseHeap(value: unknown) {
  const { usedBytes, totalBytes } = object(value);
  return { usedBytes: number(usedBytes), totalBytes: number(totalBytes) };
}

const parseKernel = (value: unknown) => ({ socketBytes: number(object(value).socketBytes) });

function named([name, value]: [string, unknown]): [TransportName, TransportStats][] {
  if (!isTransportName(name)) return [];
  const { open, requests, frames, rows, bytesWritten, bytesRead, loopMs } = object(value);
  const counts = {
    ...{ open: number(open), requests: number(requests), frames: number(frames), rows: number(rows) },
    ...{ bytesWritten: number(bytesWritten), bytesRead: number(bytesRead), loopMs: number(loopMs) },
  };
  return [[name, counts]];
}
