import { TestBed } from '@angular/core/testing';
import { LabApi } from '../operator/lab-api';
import { LabRuns } from './lab-runs';
import { FakeApi } from './testing/fake-api';

function open() {
  const api = new FakeApi();
  TestBed.configureTestingModule({ providers: [{ provide: LabApi, useValue: api }] });
  return { api, runs: TestBed.inject(LabRuns) };
}

const stampede = { kind: 'stampede', way: 'websocket', event: 'cut', viewers: 10, jitterMs: 0 } as const;

describe('the lab’s runs', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are followed from their start to what they found, twice a second', async () => {
    const { api, runs } = open();
    api.result = { peak: 7 };
    await runs.start(stampede);
    expect(runs.running()).toMatchObject({ kind: 'stampede', share: 0 });
    await jest.advanceTimersByTimeAsync(500);
    expect(runs.running()?.share).toBe(0.5);
    await jest.advanceTimersByTimeAsync(500);
    expect(runs.running()).toBeUndefined();
    expect(runs.recent()[0]).toMatchObject({ state: 'done', result: { peak: 7 } });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(api.asked.filter((one) => one === 'GET runs/r1')).toHaveLength(2);
  });

  it('show another viewer’s run in place of the one that was refused, and say why', async () => {
    const { api, runs } = open();
    await api.ask({ method: 'POST', path: 'runs', body: { kind: 'load' } });
    await runs.start(stampede);
    expect(runs.refused()?.status).toBe(409);
    expect(runs.running()?.kind).toBe('load');
  });

  it('are seen to end as soon as they are cancelled, and then have ended', async () => {
    const { runs } = open();
    await runs.start(stampede);
    const run = runs.running();
    const cancelled = run && runs.cancel(run);
    expect(runs.running()?.ending).toBe(true);
    await cancelled;
    expect(runs.recent()[0]?.state).toBe('cancelled');
    expect(runs.running()).toBeUndefined();
  });

  it('are forgotten when the server was started anew and does not know them', async () => {
    const { api, runs } = open();
    await runs.start(stampede);
    api.runs.length = 0;
    await jest.advanceTimersByTimeAsync(500);
    expect(runs.recent()).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are asked for what they found when they ended before this page came', async () => {
    const { api, runs } = open();
    await api.ask({ method: 'POST', path: 'runs', body: stampede });
    for (let i = 0; i < 2; i++) await api.ask({ method: 'GET', path: 'runs/r1' });
    await runs.refresh();
    const [run] = runs.recent();
    expect(run?.result).toBeUndefined();
    if (run) await runs.want(run);
    expect(runs.recent()[0]?.result).toEqual({});
    await runs.refresh();
    expect(runs.recent()[0]?.result).toEqual({});
  });
});
