import { createInterface } from 'node:readline';
import { start } from './child.mjs';

/** The server that pictures and measurements of the page are taken of: alone, forgetful, at eight thirty of a Thursday in New York. */
const settings = {
  PORT: '0',
  HOST: '127.0.0.1',
  TICKWAY_SCENE_TIME: 'thu 08:30',
  TICKWAY_HISTORY: 'memory',
};

/**
 * Starts the built server, has `act` use it, and ends it.
 *
 * @param {Record<string, string>} env settings of its own
 * @param {(address: string) => Promise<void>} act
 */
export async function withPageServer(env, act) {
  const server = start(['node', '--enable-source-maps', 'dist/apps/api/main.js'], {
    env: { ...settings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await act(await addressOf(server));
  } finally {
    server.child.kill('SIGTERM');
    await server.ended;
  }
}

/** The address in the line that the server prints when it listens. */
async function addressOf({ child }) {
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('the server did not start');
}
