import type { LabQuestion } from '../../operator/lab-api';
import { LabError } from '../../operator/lab-error';

/** A lab's API with one place for a run: it goes one step on each time it is asked after. */
export class FakeApi {
  /** What was asked, as `GET runs`. */
  readonly asked: string[] = [];
  readonly runs: FakeRun[] = [];
  /** What a run that is done has found. */
  result: unknown = {};
  measurements: readonly unknown[] = [];

  ask({ method, path, body }: LabQuestion): Promise<unknown> {
    this.asked.push(`${method} ${path}`);
    if (method === 'POST') return this.start(body);
    const listed = new Map<string, unknown>([
      ['runs', { runs: this.runs }],
      ['about', about],
      ['measurements', { measurements: this.measurements }],
    ]);
    return listed.has(path) ? Promise.resolve(listed.get(path)) : this.look(method, path);
  }

  private look(method: LabQuestion['method'], path: string): Promise<unknown> {
    const run = this.runs.find(({ id }) => path === `runs/${id}`);
    if (!run) return Promise.reject(new LabError(404, 'no such run'));
    if (method === 'DELETE') run.state = 'cancelled';
    else if (run.state === 'running') this.goOn(run);
    return Promise.resolve(run.state === 'done' ? { ...run, result: this.result } : run);
  }

  private start(body: unknown): Promise<unknown> {
    if (this.runs.some(({ state }) => state === 'running'))
      return Promise.reject(new LabError(409, 'one at a time'));
    const kind = typeof body === 'object' && body !== null && 'kind' in body ? String(body.kind) : '';
    const run: FakeRun = {
      ...{ id: `r${this.runs.length + 1}`, kind, asked: body, state: 'running', what: kind, share: 0 },
      ...{ startedAt: 1_000, command: 'npm run lab -- …' },
    };
    this.runs.unshift(run);
    return Promise.resolve(run);
  }

  private goOn(run: FakeRun): void {
    run.share += 0.5;
    if (run.share >= 1) run.state = 'done';
  }
}

interface FakeRun {
  readonly id: string;
  readonly kind: string;
  readonly asked: unknown;
  state: string;
  readonly what: string;
  share: number;
  readonly startedAt: number;
  readonly command: string;
}

const about = {
  ...{ allowed: true, runs: true, gateways: { most: 8, lifetimeMs: 600_000 } },
  experiments: [{ name: 'herd', title: 'E-HERD', claims: ['8', '22'] }],
};
