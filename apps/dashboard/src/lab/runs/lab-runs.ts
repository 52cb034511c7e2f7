import { computed, inject, Service, signal } from '@angular/core';
import { BadShape } from '@tickway/report';
import { LabApi } from '../operator/lab-api';
import { LabError } from '../operator/lab-error';
import { parseRun, parseRuns } from './parse-run';
import type { Run, RunAsked } from './run';

/** How often a running run is asked after, ms. */
const EVERY_MS = 500;

/** The server's runs, as this page knows them: the one that is running, and the latest that were. */
@Service()
export class LabRuns {
  private readonly api = inject(LabApi);
  private readonly known = signal<readonly Run[]>([]);
  private readonly trouble = signal<LabError | undefined>(undefined);
  private watched: string | undefined;

  /** Newest first. */
  readonly recent = this.known.asReadonly();
  readonly running = computed(() => this.known().find(({ state }) => state === 'running'));
  /** Why the last thing asked for was not done. */
  readonly refused = this.trouble.asReadonly();

  /** Asks which runs there are, and goes on with the one that is running, whoever started it. */
  async refresh(): Promise<void> {
    await this.try(async () => {
      const runs = parseRuns(await this.api.ask({ method: 'GET', path: 'runs' }));
      this.known.set(runs.map((run) => ({ ...run, ...this.resultOf(run) })));
      this.watch();
    });
  }

  /** Starts a run; what it is then is in {@link recent}. */
  async start(body: RunAsked): Promise<void> {
    await this.try(async () => {
      this.keep(parseRun(await this.api.ask({ method: 'POST', path: 'runs', body })));
      this.watch();
    });
    // Another one is running, perhaps another viewer's: it is shown in its place.
    if (this.trouble()?.status === 409) await this.refreshQuietly();
  }

  /** Ends a run before its time: shown at once, though the lab takes seconds to leave no process behind. */
  async cancel(run: Run): Promise<void> {
    const { id } = run;
    this.keep({ ...run, ending: true });
    await this.try(async () => {
      await this.api.ask({ method: 'DELETE', path: `runs/${id}` });
      await this.look(id);
    });
  }

  /** Asks for what a run of the list has found, unless it is here already. */
  async want({ id, state, result }: Run): Promise<void> {
    if (state === 'done' && result === undefined) await this.try(() => this.look(id));
  }

  private async refreshQuietly(): Promise<void> {
    const refused = this.trouble();
    await this.refresh();
    this.trouble.set(refused);
  }

  private resultOf({ id }: Run): { readonly result?: unknown } {
    const result = this.known().find((run) => run.id === id)?.result;
    return result === undefined ? {} : { result };
  }

  private watch(): void {
    const id = this.running()?.id;
    if (id === undefined || id === this.watched) return;
    this.watched = id;
    setTimeout(() => void this.lookOn(id), EVERY_MS);
  }

  private async lookOn(id: string): Promise<void> {
    // A question that got no answer is asked again: the server may be busy with the very run.
    await this.try(() => this.look(id));
    if (this.known().find((run) => run.id === id)?.state !== 'running') this.watched = undefined;
    else if (this.trouble()?.status === 404) this.forget(id);
    else setTimeout(() => void this.lookOn(id), EVERY_MS);
  }

  private async look(id: string): Promise<void> {
    this.keep(parseRun(await this.api.ask({ method: 'GET', path: `runs/${id}` })));
  }

  private keep(run: Run): void {
    this.known.update((runs) =>
      runs.some(({ id }) => id === run.id)
        ? runs.map((one) => (one.id === run.id ? run : one))
        : [run, ...runs],
    );
  }

  /** The server was started anew: it does not know the run any more. */
  private forget(id: string): void {
    this.watched = undefined;
    this.known.update((runs) => runs.filter((run) => run.id !== id));
  }

  private async try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.trouble.set(undefined);
    } catch (error) {
      if (error instanceof LabError) this.trouble.set(error);
      else if (error instanceof BadShape) this.trouble.set(new LabError(200, error.message));
      else throw error;
    }
  }
}
