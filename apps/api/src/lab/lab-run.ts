import type { Clock } from '@tickway/gateway';
import type { LabEnd, LabProcess, LabProgram } from './lab-program';
import type { Run } from './run';
import { onward, readProgress } from './run-progress';
import { argumentsOf } from './run-arguments';
import type { RunRequest } from './run-request';

/** How long the lab has to end in order, ms: longer than its own server has. */
export const GRACE_MS = 12_000;

/** What no run may last, ms. */
export const LONGEST_RUN_MS = 30 * 60_000;

/** Letters of what the lab says beside its progress that are kept, from the end. */
const MOST_SAID = 2_000;

/** What one run is made of. */
export interface LabRunOptions {
  readonly id: string;
  readonly request: RunRequest;
  readonly program: LabProgram;
  readonly clock: Clock;
}

/** One run of the lab's program, from its start to its end. */
export class LabRun {
  private run: Run;
  private said = '';
  private ending: 'cancelled' | 'too long' | undefined;
  private readonly process: LabProcess;
  private readonly timers: (() => void)[] = [];
  /** When it is over; never fails. */
  readonly over: Promise<void>;

  constructor(private readonly options: LabRunOptions) {
    const { id, request, program, clock } = options;
    const args = argumentsOf(request);
    this.run = {
      ...{ id, kind: request.kind, asked: request, state: 'running', what: '', share: 0 },
      startedAt: Math.round(clock.now()),
      command: ['npm run lab --', ...args].join(' '),
    };
    this.process = program.start([...args, '--json', '--progress=json'], (line) => this.hear(line));
    this.timers.push(clock.after(LONGEST_RUN_MS, () => this.end('too long')));
    this.over = this.process.ended.then((end) => this.ended(end));
  }

  get state(): Run {
    const isEnding = this.ending !== undefined && this.run.state === 'running';
    return isEnding ? { ...this.run, ending: true } : this.run;
  }

  /** Ends it before its time, if that has not come. */
  cancel(): void {
    this.end('cancelled');
  }

  private end(why: 'cancelled' | 'too long'): void {
    if (this.ending !== undefined || this.run.state !== 'running') return;
    this.ending = why;
    this.process.interrupt();
    this.timers.push(this.options.clock.after(GRACE_MS, () => this.process.kill()));
  }

  private hear(line: string): void {
    const progress = readProgress(line);
    if (progress) this.run = { ...this.run, ...onward(this.run, progress) };
    else this.said = `${this.said}${line}\n`.slice(-MOST_SAID);
  }

  private ended(end: LabEnd): void {
    for (const forget of this.timers) forget();
    this.run = { ...this.run, ...this.outcome(end), endedAt: Math.round(this.options.clock.now()) };
  }

  private outcome({ code, output }: LabEnd): Partial<Run> {
    if (this.ending === 'cancelled') return { state: 'cancelled' };
    if (this.ending === 'too long')
      return { state: 'failed', why: `it took longer than ${LONGEST_RUN_MS / 60_000} minutes` };
    if (code !== 0)
      return { state: 'failed', why: this.said.trim() || `it ended with ${code ?? 'a signal'}` };
    const result = parsed(output);
    if (result === undefined) return { state: 'failed', why: 'its result cannot be read' };
    return { state: 'done', share: 1, result };
  }
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    // It was cut short, or another program printed into it.
    return undefined;
  }
}
