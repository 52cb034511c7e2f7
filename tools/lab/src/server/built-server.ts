import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { askStats, runningTarget, type Target } from './target';

/** Settings of the server, by the names of its environment. */
export type Settings = Readonly<Record<string, string>>;

/** The server as the build leaves it, from the workspace's root. */
export const SERVER_FILE = 'dist/apps/api/main.js';

const START_MS = 60_000;
const STOP_MS = 8_000;

/**
 * Starts the built server on a free port of this machine and waits for its address. It ends with `stop`, and at the
 * latest with this process.
 */
export async function startBuiltServer(settings: Settings): Promise<Target> {
  if (!existsSync(SERVER_FILE))
    throw new Error(`${SERVER_FILE} is missing: build the server first (nx build api)`);
  const env = { ...inherited(), HOST: '127.0.0.1', PORT: '0', ...settings };
  const child = spawn(process.execPath, ['--enable-source-maps', SERVER_FILE], {
    env,
    // Over the channel it learns when the lab is gone, however that came, and ends too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Its own group: Ctrl-C at the terminal reaches the lab alone, which then stops the server in order.
    detached: true,
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    const url = await addressOf(child);
    return { ...runningTarget(url), stats: () => askStats(url), stop: () => stop(child, kill) };
  } catch (error) {
    await stop(child, kill);
    throw error;
  }
}

const inherited = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TICKWAY_|PORT$|HOST$)/.test(name)));

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  const address = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-4_000);
        const url = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
        if (url) resolve(url);
      });
  });
  const ended = once(child, 'close', { signal: AbortSignal.timeout(START_MS) }).then(
    () => `it ended: ${said}`,
    () => `it said no address in ${START_MS} ms: ${said}`,
  );
  const first = await Promise.race([address, ended]);
  if (!first.startsWith('http')) throw new Error(`the server did not start; ${first}`);
  return first;
}

async function stop(child: ChildProcess, kill: () => void): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    const timer = setTimeout(kill, STOP_MS);
    await closed;
    clearTimeout(timer);
  }
  process.off('exit', kill);
}
