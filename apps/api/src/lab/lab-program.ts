import type { ExperimentText } from '@tickway/report';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How the lab's program ended. */
export interface LabEnd {
  /** Absent: it was killed, or could not be started. */
  readonly code?: number;
  /** What it printed: its result, as JSON. */
  readonly output: string;
}

/** The lab's program at work. */
export interface LabProcess {
  /** Asks it to stop in order. */
  interrupt(): void;
  kill(): void;
  /** Never fails. */
  readonly ended: Promise<LabEnd>;
}

/** The lab's command line, which does the measuring in a process of its own. */
export interface LabProgram {
  /** Whether it can be run here. */
  readonly available: boolean;
  /** What experiments it knows. */
  experiments(): Promise<readonly ExperimentText[]>;
  /** Runs it; `onLine` hears each line that it says beside its result. */
  start(args: readonly string[], onLine: (line: string) => void): LabProcess;
}

/** Letters of a result; the largest of the record has some 20,000. */
const MOST_OUTPUT = 4 * 1024 * 1024;

/** The built lab in `folder`, three folders below the workspace, whose built server it measures. */
export function builtLab(folder: string): LabProgram {
  const main = join(folder, 'main.js');
  return {
    available: existsSync(main),
    experiments: () => experimentsIn(join(folder, 'experiments.json')),
    start: (args, onLine) => startNode([main, ...args], { cwd: join(folder, '../../..'), onLine }),
  };
}

/** Written by the lab's build. */
async function experimentsIn(file: string): Promise<readonly ExperimentText[]> {
  // Not there if the lab is not.
  const text = await readFile(file, 'utf8').catch(() => '{"experiments":[]}');
  const { experiments } = JSON.parse(text) as { readonly experiments: readonly ExperimentText[] };
  return experiments;
}

interface Surroundings {
  readonly cwd: string;
  readonly onLine: (line: string) => void;
}

function startNode(args: readonly string[], { cwd, onLine }: Surroundings): LabProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
    cwd,
    // Over the channel it learns when this server is gone, however that came, and ends too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Its own group: a terminal's Ctrl-C reaches this server alone, which then stops the lab in order.
    detached: true,
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.length > MOST_OUTPUT) child.kill('SIGKILL');
  });
  if (child.stderr) createInterface({ input: child.stderr }).on('line', onLine);
  const ended = new Promise<LabEnd>((resolve) => {
    child.once('error', ({ message }) => {
      onLine(message);
      resolve({ output });
    });
    child.once('close', (code) => resolve({ output, ...(code !== null && { code }) }));
  });
  return { interrupt: () => void child.kill('SIGINT'), kill: () => void child.kill('SIGKILL'), ended };
}
