import type { Clock } from '@tickway/gateway';
import { FeedError } from '@tickway/protocol';
import type { ExperimentText } from '@tickway/report';
import type { LabProgram } from './lab-program';
import { LabRun } from './lab-run';
import type { Run } from './run';
import type { RunRequest } from './run-request';

/** Runs that are remembered, results included. */
const MOST_RUNS = 20;

/** What runs need of the server. */
export interface RunsOptions {
  readonly program: LabProgram;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Hears of each run that is over. */
  readonly onOver: (run: Run) => void;
}

/** Runs of the lab's program: one at a time, so that none measures the other. */
export class Runs {
  /** Newest first. */
  private runs: readonly LabRun[] = [];
  private closed = false;

  constructor(private readonly options: RunsOptions) {}

  /** Whether there is a program to run. */
  get available(): boolean {
    return this.options.program.available;
  }

  /** What experiments can be run. */
  experiments(): Promise<readonly ExperimentText[]> {
    return this.options.program.experiments();
  }

  /** @throws FeedError `disabled` where the lab is not built, `busy` while one is running */
  start(request: RunRequest): Run {
    const { program, clock, newId, onOver } = this.options;
    if (this.closed) throw new FeedError('shutdown');
    if (!program.available) throw new FeedError('disabled', 'the lab’s program is not built here');
    if (this.runs.some(({ state }) => state.state === 'running')) throw new FeedError('busy');
    const run = new LabRun({ id: newId(), request, program, clock });
    this.runs = [run, ...this.runs].slice(0, MOST_RUNS);
    void run.over.then(() => onOver(run.state));
    return run.state;
  }

  /** The newest first, without what came of them. */
  list(): readonly Omit<Run, 'result'>[] {
    return this.runs.map(({ state }) => ({ ...state, result: undefined }));
  }

  /** @throws FeedError `not_found` */
  find(id: string): Run {
    return this.of(id).state;
  }

  /** Ends a run before its time; one that is over stays as it is. */
  cancel(id: string): void {
    this.of(id).cancel();
  }

  /** Ends all, for good; resolves when no process is left. */
  async close(): Promise<void> {
    this.closed = true;
    for (const run of this.runs) run.cancel();
    await Promise.all(this.runs.map(({ over }) => over));
  }

  private of(id: string): LabRun {
    const run = this.runs.find(({ state }) => state.id === id);
    if (run) return run;
    throw new FeedError('not_found', 'there is no such run, or no longer');
  }
}
