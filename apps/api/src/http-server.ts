import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { BadSetting } from './setting';
import type { Config } from './config';

const HEADERS_MS = 5_000;
const REQUEST_MS = 10_000;
const CHECK_EVERY_MS = 1_000;
const MOST_HEADERS = 100;
/** Longer than any silence of ours: a stream has its heartbeats, a poll waits 25 s at most. */
const SILENCE_MS = 120_000;

/**
 * Who sends its head or body slower than this is cut, and so is a connection on which nothing moves, a file that nobody reads
 * for one: no slow trickle holds a socket.
 */
export const createHttpServer = ({ keepAliveMs }: Config): Server =>
  Object.assign(
    createServer({
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECK_EVERY_MS,
      keepAliveTimeout: keepAliveMs,
    }),
    { maxHeadersCount: MOST_HEADERS, timeout: SILENCE_MS },
  );

/**
 * Starts to listen.
 *
 * @throws BadSetting when the port or the address cannot be had
 */
export function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, { port, host })));
    server.listen(port, host, resolve);
  });
}

function cannotListen({ code }: NodeJS.ErrnoException, { port, host }: Pick<Config, 'port' | 'host'>): Error {
  if (code === 'EADDRINUSE') return new BadSetting(`PORT ${port} is in use on ${host}; set PORT to another`);
  if (code === 'EACCES') return new BadSetting(`PORT ${port} needs rights that this process has not`);
  return new BadSetting(`HOST ${host} is no address of this machine (${code ?? 'unknown'})`);
}

/** Where the server listens, such as `http://127.0.0.1:3000`. */
export function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

/** Returns the function that stops listening and cuts whatever is still open, upgraded sockets too. */
export function cutter(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
