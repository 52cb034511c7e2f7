import { provideLocationMocks } from '@angular/common/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { EMPTY, NEVER } from 'rxjs';
import { CONNECT } from '../../live/connect';
import { fakeConnection } from '../../live/testing/fake-connection';
import { ServerStats } from '../cost/server-stats';
import { labRoutes } from '../lab.routes';
import { LabApi } from '../operator/lab-api';
import { FakeApi } from '../runs/testing/fake-api';

const herd = {
  ...{ name: 'herd', title: 'E-HERD', claims: ['8', '22'], prediction: 'a plateau', method: 'five times' },
  from: 'here',
  about: {
    ...{
      command: 'npm run lab -- claims --only=herd',
      date: '2026-01-02T03:04:05.000Z',
      seed: 7,
      scale: 0.1,
    },
    machine: { processor: 'Abacus', cores: 2, memoryBytes: 1, system: 'linux', node: 'v24.0.0' },
    ...{ loadBefore: 0, loadAfter: 0 },
  },
  finding: {
    verdicts: [
      { claim: '8: a spike', verdict: 'partly', because: '31 at worst', becauseKo: '가장 몰릴 때 31번' },
    ],
    tables: [{ title: 'Times', head: ['viewers'], rows: [['500']] }],
    plots: [
      {
        ...{ name: 'herd', title: 'Questions', x: 'ms', y: 'questions' },
        series: [{ label: 'measured', kind: 'dots', points: [[5, 31]] }],
      },
    ],
    raw: {},
  },
};

async function open(url: string) {
  const api = new FakeApi();
  api.measurements = [herd];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'lab', children: labRoutes }]),
      provideLocationMocks(),
      { provide: CONNECT, useValue: () => fakeConnection() },
      { provide: LabApi, useValue: api },
      { provide: ServerStats, useValue: { readings: NEVER, clockTrips: EMPTY } },
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  await harness.fixture.whenStable();
  const page: unknown = harness.fixture.nativeElement;
  if (!(page instanceof HTMLElement)) throw new Error('no page');
  return { api, page, settle: () => harness.fixture.whenStable() };
}

describe('the cards of claims', () => {
  beforeEach(() => localStorage.clear());

  it('stand on what was measured: verdict, reason, plot, machine, seed and how it was run', async () => {
    const { page } = await open('/lab/claims?claim=8');
    const card = page.querySelector('[data-testid=claim-8]');
    expect(page.querySelectorAll('li').length).toBe(1);
    for (const text of ['Partly', 'measured', '31 at worst.', '2 × Abacus', 'seed 7', 'a quick run'])
      expect(card?.textContent).toContain(text);
    expect(card?.querySelectorAll('circle').length).toBe(1);
  });

  it('say the reason in Korean', async () => {
    const { page } = await open('/lab/claims?claim=8&lang=ko');
    expect(page.querySelector('dd')?.textContent).toContain('가장 몰릴 때 31번.');
  });

  it('are settled by a standard where nothing was measured, or not at all, and say which', async () => {
    const { page } = await open('/lab/claims');
    const text = (id: string) => page.querySelector(`[data-testid=claim-${id}]`)?.textContent;
    expect(text('14')).toContain('by the standard');
    expect(text('26')).toContain('Not settled');
    expect(text('22')).toContain('An experiment is about it');
    expect(page.querySelectorAll('li').length).toBe(48);
  });

  it('measure again at a press', async () => {
    const { api, page, settle } = await open('/lab/claims?claim=8');
    page.querySelector<HTMLElement>('[data-testid=again-8]')?.click();
    await settle();
    expect(api.runs[0]?.asked).toEqual({ kind: 'experiment', name: 'herd', quick: true });
    expect(page.querySelector('[data-testid=run-progress]')).not.toBeNull();
  });
});
