import type { Connection } from '@tickway/client';

/**
 * Pauses a connection while the browser keeps the page still, in its back/forward cache (where no page with an open socket is
 * taken) or frozen in a tab out of sight, and has it go on from its cursors when the page is there again, or the network.
 *
 * @returns how to follow it no longer
 */
export function followPageLife(connection: Pick<Connection, 'pause' | 'resume'>, window: Window): () => void {
  const life = new AbortController();
  let still = false;
  const rest = () => {
    still = true;
    connection.pause();
  };
  const wake = () => {
    // Both `resume` and `pageshow` tell of a page that comes out of the cache.
    if (still) connection.resume();
    still = false;
  };
  const on = (target: EventTarget, type: string, act: (event: Event) => void) =>
    target.addEventListener(type, act, { signal: life.signal });
  on(window, 'pagehide', (event) => {
    if ('persisted' in event && event.persisted === true) rest();
  });
  on(window.document, 'freeze', rest);
  on(window.document, 'resume', wake);
  on(window, 'pageshow', wake);
  // Sockets of the network that was are dead, and nothing would say so for half a minute.
  on(window, 'online', () => connection.resume());
  return () => life.abort();
}
