import { provideLocationMocks } from '@angular/common/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { EMPTY, NEVER } from 'rxjs';
import { CONNECT } from '../live/connect';
import { fakeConnection } from '../live/testing/fake-connection';
import { ServerStats } from './cost/server-stats';
import { labRoutes } from './lab.routes';
import { claims } from './claims/claims';
import { LabApi } from './operator/lab-api';
import { LabError } from './operator/lab-error';

@Component({ selector: 'tw-elsewhere', template: 'elsewhere' })
class Elsewhere {}

async function open(url: string) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'lab', children: labRoutes },
          { path: 'elsewhere', component: Elsewhere },
        ],
        withRouterConfig({ defaultQueryParamsHandling: 'preserve' }),
      ),
      provideLocationMocks(),
      { provide: CONNECT, useValue: () => fakeConnection() },
      { provide: LabApi, useValue: { ask: () => Promise.reject(new LabError(0, 'no server')) } },
      { provide: ServerStats, useValue: { readings: NEVER, clockTrips: EMPTY } },
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  await harness.fixture.whenStable();
  const page: unknown = harness.fixture.nativeElement;
  if (!(page instanceof HTMLElement)) throw new Error('no page');
  const settle = () => harness.fixture.whenStable();
  return { page, settle, router: TestBed.inject(Router) };
}

describe('lab page', () => {
  beforeEach(() => localStorage.clear());

  it('opens on the race, which does not run until it is started', async () => {
    const { page, router } = await open('/lab');
    expect(router.url).toBe('/lab/race');
    expect(page.querySelector('[data-testid=race-start]')).not.toBeNull();
    expect(page.querySelector('tw-start-note')).not.toBeNull();
  });

  it('runs the race of its address at once', async () => {
    const { page } = await open('/lab/race?run=1&interval=250&topics=trades');
    expect(page.querySelector('[data-testid=race-pause]')).not.toBeNull();
    expect(page.querySelectorAll('[data-testid=race-table] thead th').length).toBe(5);
    expect(page.querySelectorAll('fieldset input[type=checkbox]:checked').length).toBe(1);
  });

  it('shows the claims of a section and verdict that the address names, in the language that it names', async () => {
    const { page } = await open('/lab/claims?section=websocket&verdict=false&lang=ko');
    // No measurements here: the verdict is what the standard's text says.
    const wanted = claims.filter(({ section, byText }) => section === 'websocket' && byText === 'false');
    expect(page.querySelectorAll('li').length).toBe(wanted.length);
    expect(page.querySelector('li')?.textContent).toContain('거짓');
  });

  it('takes its own parameters out of the address when it is left', async () => {
    const { router, settle } = await open(
      '/lab/race?run=1&interval=250&codec=msgpack&compress=1&transport=polling',
    );
    await router.navigate(['/elsewhere']);
    await settle();
    expect(router.url).toBe('/elsewhere?transport=polling');
  });
});
