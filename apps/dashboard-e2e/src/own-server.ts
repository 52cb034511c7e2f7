import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** A server of a spec's own. */
export interface OwnServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the built server on a free port, with settings of its own, and waits until it listens. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<OwnServer> {
  const main = resolve(import.meta.dirname, '../../../dist/apps/api/main.js');
  const server = spawn('node', [main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  let said = '';
  for await (const data of server.stdout) {
    said += String(data);
    const [, address] = /listens on (\S+)/.exec(said) ?? [];
    if (address === undefined) continue;
    return {
      address,
      stop: async () => {
        server.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`the server ended before it listened: ${said}`);
}
