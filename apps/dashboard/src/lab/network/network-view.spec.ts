import { provideLocationMocks } from '@angular/common/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { EMPTY } from 'rxjs';
import { CONNECT } from '../../live/connect';
import { fakeConnection } from '../../live/testing/fake-connection';
import { ServerStats } from '../cost/server-stats';
import { labRoutes } from '../lab.routes';
import { LabGateways } from './lab-gateways';
import type { RefusalReason } from './lab-refusal';
import { FakeGateways } from './testing/fake-gateways';

async function open(url: string, refusing?: RefusalReason) {
  const gateways = new FakeGateways();
  gateways.refusing = refusing;
  /** Where connections were made to, the page's own among them. */
  const connected: string[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'lab', children: labRoutes }]),
      provideLocationMocks(),
      { provide: LabGateways, useValue: gateways },
      {
        provide: CONNECT,
        useValue: (options: { readonly url: string }) => {
          connected.push(options.url);
          return fakeConnection();
        },
      },
      { provide: ServerStats, useValue: { readings: EMPTY, clockTrips: EMPTY } },
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  const page: unknown = harness.fixture.nativeElement;
  if (!(page instanceof HTMLElement)) throw new Error('no page');
  const pass = async (ms = 10) => {
    await jest.advanceTimersByTimeAsync(ms);
    harness.detectChanges();
  };
  await pass();
  const at = (id: string) => page.querySelector<HTMLElement>(`[data-testid="${id}"]`);
  const press = async (id: string) => {
    at(id)?.click();
    await pass();
  };
  const router = TestBed.inject(Router);
  const asked = () => router.parseUrl(router.url).queryParams;
  return { page, at, press, pass, asked, gateways, connected };
}

describe('the network view', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('lays a network at a press, and writes it into the address', async () => {
    const { press, asked, gateways, at } = await open('/lab/network');
    await press('preset-mobile3g');
    expect(asked()).toEqual({ network: 'rtt:250,jitter:80,loss:1,kbps:1500' });
    expect(gateways.acts).toEqual(['open rtt=250']);
    expect(at('preset-mobile3g')?.getAttribute('aria-pressed')).toBe('true');
    expect(at('network-state')?.textContent).toContain('127.0.0.1:40001');
  });

  it('turns a fault on and off again, over the same gateway', async () => {
    const { press, asked, gateways } = await open('/lab/network?network=clear');
    await press('fault-silent');
    expect(asked()).toEqual({ network: 'silent' });
    await press('fault-silent');
    expect(asked()).toEqual({ network: 'clear' });
    expect(gateways.acts).toEqual(['open rtt=0', 'set g1 rtt=0', 'set g1 rtt=0']);
  });

  it('takes what is typed, up to what can be had', async () => {
    const { page, pass, asked } = await open('/lab/network?network=rtt:10');
    const field = page.querySelector<HTMLInputElement>('tw-network-lever input[type=number]');
    if (!field) throw new Error('no field');
    field.value = '99999';
    field.dispatchEvent(new Event('change'));
    await pass();
    expect([field.value, asked()]).toEqual(['10000', { network: 'rtt:10000' }]);
  });

  it('says on every view why there is no gateway, and tries again with an operator’s token', async () => {
    const { at, page, pass, gateways } = await open('/lab/race?network=rtt:10', 'not_local');
    expect(at('network-refused')?.textContent).toContain('only on the server’s own machine');
    gateways.refusing = undefined;
    page.querySelector('tw-operator-field form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await pass();
    expect(at('network-refused')).toBeNull();
    expect(at('network-note')?.textContent).toContain('rtt:10');
  });

  it('leaves the lanes waiting while there is no gateway, and does not measure another line instead', async () => {
    const { connected, pass, press, gateways, page } = await open(
      '/lab/network?network=rtt:10&run=1',
      'most',
    );
    await pass(5_000);
    const pagesOwn = connected.length;
    expect(pagesOwn).toBeLessThanOrEqual(1);
    gateways.refusing = undefined;
    page.querySelector<HTMLElement>('[data-testid=network-refused] .main')?.click();
    await pass(1_000);
    const origin = gateways.acts.filter((act) => act.startsWith('open')).length;
    // Five lanes and the one in auto mode through it, and five beside them over the clear line.
    expect(connected.filter((url) => url === `http://127.0.0.1:4000${origin}`)).toHaveLength(6);
    expect(connected).toHaveLength(pagesOwn + 11);
    await press('race-pause');
  });

  it('pulls the cable and says for how long', async () => {
    const { press, gateways, at } = await open('/lab/network?network=clear');
    await press('pull');
    expect(gateways.acts.at(-1)).toBe('pull g1 5000');
    expect(at('network-state')?.textContent).toContain('Cable out for 5 s more');
    await press('cut');
    expect(gateways.acts.at(-1)).toBe('cut g1');
  });

  it('shows a race on the direct line as such, and what a network would do only when there is one', async () => {
    const { at, press, pass } = await open('/lab/network?run=1');
    await pass(1_000);
    const rows = () => [...(at('network-lanes')?.querySelectorAll('tbody') ?? [])];
    expect(rows().map(({ dataset }) => dataset.lane)).not.toContain('auto');
    await press('preset-corporate');
    await pass(1_000);
    expect(rows().map(({ dataset }) => dataset.lane)).toContain('auto');
    const said = (lane: string) => rows().find(({ dataset }) => dataset.lane === lane)?.textContent;
    expect(said('websocket')).toContain('The server never sees Upgrade');
    expect(said('streaming')).toContain('The answer never ends');
    await press('race-pause');
  });
});
