import type { Address } from '@tickway/gateway';
import { parseStats, type Stats } from '@tickway/report';

/** A server under measurement. */
export interface Target {
  readonly address: Address;
  /** Asks it for its own figures. */
  stats(): Promise<Stats>;
  /** Ends it, if it is ours. */
  stop(): Promise<void>;
}

const ASK_MS = 5_000;

/** A server that runs already: it is asked, and left alone in the end. */
export function runningTarget(url: string): Target {
  const { hostname, port, protocol } = new URL(url);
  if (protocol !== 'http:') throw new Error('the lab speaks plain HTTP: put it behind the TLS');
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
  return { address, stats: () => askStats(url), stop: () => Promise.resolve() };
}

/** Asks the server at `url` for its figures. */
export async function askStats(url: string): Promise<Stats> {
  const asking = fetch(new URL('/stats', url), { signal: AbortSignal.timeout(ASK_MS) });
  const answer = await asking.catch((cause: unknown) => {
    throw new Error(`no server answers at ${url}`, { cause });
  });
  if (!answer.ok) throw new Error(`/stats answered ${answer.status}`);
  return parseStats(await answer.json());
}

const loopback = /^(localhost|127(\.[0-9]{1,3}){3}|::1)$/;

/** Whether a host is this machine by name: whoever loads another one must say that it is theirs. */
export const isLoopback = (host: string): boolean => loopback.test(host);
