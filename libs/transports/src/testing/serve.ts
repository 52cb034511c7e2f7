import { Hub, memoryEngine } from '@tickway/hub';
import { parseKey, parseTopic, type Fields, type Received, decodeFrame } from '@tickway/protocol';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { putFeedInFront } from '../feed-front';
import { openRim, type Rim } from '../rim';
import type { TransportSettings } from '../transport-settings';

export const START = 1_790_000_000_000;

/** A real server on a free port, with a hub whose topic `quotes` the test writes to. */
export interface Served {
  readonly port: number;
  readonly rim: Rim;
  readonly server: Server;
  /** The wall clock's ms; move by hand. */
  readonly clock: { ms: number; now(): number };
  publish(key: string, fields: Fields): Promise<void>;
  get(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts one; `prepare` may add what stands behind the front (Socket.IO). */
export async function serve(
  settings: Partial<TransportSettings> = {},
  prepare: (server: Server, rim: Rim) => Promise<unknown> = () => Promise.resolve(),
): Promise<Served> {
  const clock = { ms: START, now: () => clock.ms };
  const quotes = parseTopic('quotes');
  const hub = new Hub({
    engine: memoryEngine({ clock, epoch: 'e1' }),
    topics: [
      { topic: quotes, delivery: 'latest' },
      { topic: parseTopic('trades'), delivery: 'every' },
    ],
  });
  const faults: unknown[] = [];
  const onFault = (error: unknown) => faults.push(error);
  const rim = openRim({ hub, clock, random: () => 0.5, settings, onFault });
  const server = createServer((_, response) => response.writeHead(404).end('beside the feed'));
  await prepare(server, rim);
  putFeedInFront(server, rim);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    rim,
    server,
    clock,
    publish: (key, fields) => hub.publish(quotes, [{ key: parseKey(key), fields, at: clock.ms }]),
    get: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
    stop: () => {
      expect(faults).toEqual([]);
      return stop(server, rim);
    },
  };
}

function stop(server: Server, { connections }: Rim): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
    connections.destroy();
  });
}

/** The frames of an answer of one frame a line. */
export const framesOf = (text: string): readonly Received[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map(decodeFrame);

/** Lets everything that is under way on this machine's sockets happen. */
export async function settle(rounds = 20): Promise<void> {
  for (let i = 0; i < rounds; i++) await new Promise((resolve) => setImmediate(resolve));
}

const IN_VAIN_MS = 4_000;

/** Waits until `holds`. A wait in vain ends with its test: one without an end would hold up all others. */
export async function until(holds: () => boolean): Promise<void> {
  for (const latest = Date.now() + IN_VAIN_MS; !holds(); await settle(1))
    if (Date.now() > latest) throw new Error(`waited in vain: ${String(holds)}`);
}

/** Fakes the timers that Tickway sets, and none that Node's sockets need. */
export const virtualTime = () =>
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'hrtime', 'Date'],
  });
