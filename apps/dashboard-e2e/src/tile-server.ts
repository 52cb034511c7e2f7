import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A server of map tiles, all of them one grey pixel. */
export interface TileServer {
  /** What `TICKWAY_TILES` is to be set to. */
  readonly tiles: string;
  /** The `Referer` of each request so far. */
  readonly referers: readonly (string | undefined)[];
  /** Ends it: who asks then is refused. */
  stop(): Promise<void>;
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** Starts one on a free port of this machine. */
export async function startTileServer(): Promise<TileServer> {
  const referers: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    referers.push(request.headers.referer);
    response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'no-store' }).end(pixel);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    tiles: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`,
    referers,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
