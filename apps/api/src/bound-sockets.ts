import { Askers, limitedAsker, type Rim } from '@tickway/transports';
import type { Server } from 'node:net';

/** Sockets for each connection that may be held: who holds all that he may can still be told so, and get the page. */
const SOCKETS_A_CONNECTION = 2;

/**
 * Bounds the sockets themselves, the idle and the silent too, in all and of one address. Nothing can be said to one too many: it
 * is closed. A proxy's are its viewers'.
 */
export function boundSockets(server: Server, { settings, codes }: Pick<Rim, 'settings' | 'codes'>): void {
  const sockets = new Askers(SOCKETS_A_CONNECTION * settings.capacityPerAddress);
  server.maxConnections = SOCKETS_A_CONNECTION * settings.capacity;
  server.on('drop', () => codes.count('over_capacity'));
  server.on('connection', (socket) => {
    const asker = limitedAsker({ headers: {}, socket }, []);
    if (asker === undefined || settings.proxies.includes(asker)) return;
    try {
      socket.once('close', sockets.enter(asker));
    } catch {
      codes.count('over_capacity');
      socket.destroy();
    }
  });
}
