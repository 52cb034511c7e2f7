import type { Address } from '@tickway/gateway';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { runningTarget } from './target';

/** A gateway in a process of its own, so that what it costs can be told from what the lab costs. */
export interface GatewayProcess {
  readonly address: Address;
  /** CPU time so far, ms, to the kernel's 10 ms. */
  cpuMs(): Promise<number>;
  /** Open sockets and files. */
  descriptors(): Promise<number>;
  stop(): void;
}

const TICK_MS = 10;
const START_MS = 20_000;

/**
 * Starts this lab's gateway with these options of the command line. Its figures are read from Linux's /proc.
 *
 * @throws Error where there is no /proc, or it does not start
 */
export async function startGatewayProcess(options: readonly string[]): Promise<GatewayProcess> {
  const [, main = ''] = process.argv;
  const child = spawn(process.execPath, [main, 'gateway', ...options], {
    // Over the channel it learns when the lab is gone, however that came, and ends too.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { stdout } = child;
  if (!stdout) throw new Error('a child without its output');
  const stop = () => void child.kill('SIGTERM');
  process.once('exit', stop);
  child.once('close', () => process.off('exit', stop));
  const proc = `/proc/${child.pid}`;
  try {
    const signal = AbortSignal.timeout(START_MS);
    const [said] = (await once(stdout, 'data', { signal })) as [Buffer];
    const url = /http:\/\/[\d.]+:\d+/.exec(said.toString())?.[0] ?? '';
    await readFile(`${proc}/stat`);
    return {
      address: runningTarget(url).address,
      cpuMs: async () => cpuMsIn(await readFile(`${proc}/stat`, 'utf8')),
      descriptors: async () => (await readdir(`${proc}/fd`)).length,
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** User and system time: the 14th and 15th figures of proc(5), the name before them may hold spaces. */
export function cpuMsIn(stat: string): number {
  const figures = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(figures[11]) + Number(figures[12])) * TICK_MS;
}
