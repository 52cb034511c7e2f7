/**
 * Runs programs so that none outlives this one: each is the leader of its own process group, an
 * interrupt is passed on to all of them, and what is left of a group when its leader ends is swept.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The workspace's root, where every program runs. */
export const root = resolve(import.meta.dirname, '../..');

/** The signal that interrupted this run, if one did. */
export const interruption = { signal: undefined };

// Longer than the server's own drain, so that what we see of an interrupt is its orderly end.
const GRACE_MS = 12_000;
const PARENT_LOOK_MS = 500;
const running = new Set();

/**
 * Starts `command`, found in node_modules/.bin first (where the pinned Node is, too).
 *
 * @param {readonly string[]} command the program and its arguments
 * @param {{ env?: Record<string, string>, stdio: import('node:child_process').StdioOptions }} options
 */
export function start([program, ...parameters], { env = {}, stdio }) {
  const child = spawn(program, parameters, { cwd: root, env: environment(env), detached: true, stdio });
  running.add(child);
  const ended = new Promise((done) => {
    child.on('error', ({ message }) => done({ code: 127, text: message }));
    child.on('exit', () => signalGroup(child, 'SIGKILL'));
    child.on('close', (code, signal) => done({ code: code ?? 128 + constants.signals[signal], text: '' }));
  });
  return { child, ended: ended.finally(() => running.delete(child)) };
}

/**
 * Runs `command` to its end and keeps what it prints.
 *
 * @param {readonly string[]} command the program and its arguments
 * @param {{ env?: Record<string, string>, onLine?: (line: string) => void }} [options] `onLine` hears
 *   each line as it is printed
 * @returns {Promise<{ code: number, text: string }>} its exit code (128 + signal when it was killed) and
 *   all that it printed
 */
export async function run(command, { env, onLine = () => undefined } = {}) {
  const { child, ended } = start(command, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => {
      text += `${line}\n`;
      onLine(line);
    });
  const end = await ended;
  return { code: end.code, text: text + end.text };
}

/**
 * Passes interrupts on to the programs that run; a second one, or {@link GRACE_MS}, ends them at once. Whoever
 * ends npm itself is heard too: npm tells only its shell, which ends without telling anyone.
 */
export function passInterruptsOn() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupt(signal));
  const { ppid } = process;
  const watch = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(watch);
    interrupt('SIGTERM');
  }, PARENT_LOOK_MS);
  watch.unref();
}

function interrupt(signal) {
  const again = interruption.signal !== undefined;
  interruption.signal = signal;
  for (const child of running) {
    signalGroup(child, again ? 'SIGKILL' : signal);
    setTimeout(() => running.has(child) && signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
  }
}

function signalGroup({ pid }, signal) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: nobody of that group is left, which is what we want.
  }
}

const environment = (env) => ({
  ...process.env,
  PATH: join(root, 'node_modules/.bin') + delimiter + process.env.PATH,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  ...env,
});
