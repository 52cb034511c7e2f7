import { provideLocationMocks } from '@angular/common/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { EMPTY, NEVER } from 'rxjs';
import { CONNECT } from '../../live/connect';
import { fakeConnection } from '../../live/testing/fake-connection';
import { ServerStats } from '../cost/server-stats';
import { labRoutes } from '../lab.routes';
import { LabGateways } from '../network/lab-gateways';
import { FakeGateways } from '../network/testing/fake-gateways';

const RECORDED_AT = Date.now();

/** What a gateway recorded of a poll and of a WebSocket, a second ago. */
function recorded(since: number) {
  const at = RECORDED_AT;
  const event = (n: number, change: object) => ({
    ...{ n, at: at + n, connection: 1, path: '/feed/polling', from: 'server', framing: 10, payload: 0 },
    ...change,
  });
  const socket = { connection: 2, path: '/feed/websocket' };
  const events = [
    event(1, {
      ...{ kind: 'request', from: 'viewer', framing: 321 },
      text: 'GET /feed/polling?topic=quotes HTTP/1.1\r\nCookie: •••',
    }),
    event(2, { kind: 'answer', status: 200, text: 'HTTP/1.1 200 OK' }),
    event(3, { kind: 'unit', form: 'line', payload: 900, text: '{"type":"delta","topic":"quotes"}' }),
    event(4, { kind: 'end' }),
    event(5, { ...socket, kind: 'request', from: 'viewer', text: 'GET /feed/websocket HTTP/1.1' }),
    event(6, {
      kind: 'frame',
      ...socket,
      opcode: 1,
      final: true,
      payload: 5,
      text: '{"type":"heartbeat"}',
    }),
  ];
  return { now: at, oldest: 1, next: 7, events: events.filter(({ n }) => n >= since) };
}

async function open(url: string) {
  const gateways = new FakeGateways();
  gateways.passed = recorded;
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'lab', children: labRoutes }]),
      provideLocationMocks(),
      { provide: LabGateways, useValue: gateways },
      { provide: CONNECT, useValue: () => fakeConnection() },
      { provide: ServerStats, useValue: { readings: NEVER, clockTrips: EMPTY } },
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  const page: unknown = harness.fixture.nativeElement;
  if (!(page instanceof HTMLElement)) throw new Error('no page');
  const pass = async (ms: number) => {
    await jest.advanceTimersByTimeAsync(ms);
    harness.detectChanges();
  };
  const all = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)];
  return { page, pass, all, gateways, router: TestBed.inject(Router) };
}

describe('the inspector', () => {
  beforeEach(() => jest.useFakeTimers({ now: RECORDED_AT, doNotFake: ['queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('says what it needs before anything is recorded, and asks for it', async () => {
    const { all, pass, router } = await open('/lab/inspector');
    all('[data-testid=inspector-start]')[0]?.click();
    await pass(10);
    expect(router.url).toBe('/lab/inspector?network=clear&run=1');
  });

  it('lists what passed, newest first, and shows an event whole when it is chosen', async () => {
    const { all, pass, page } = await open('/lab/inspector?network=clear&run=1');
    await pass(1_200);
    expect(all('[data-testid=wire-events] .title').map((one) => one.textContent.trim())).toEqual([
      ...['heartbeat', 'GET /feed/websocket', 'end', 'delta · quotes', '200 OK'],
      'GET /feed/polling?topic=quotes',
    ]);
    all('[data-n="1"]')[0]?.click();
    await pass(10);
    expect(page.querySelector('pre')?.textContent).toContain('Cookie: •••');
    expect(page.querySelector('[data-testid=wire-details]')?.textContent).toContain('321 B');
  });

  it('adds up heads and payload by lane', async () => {
    const { all, pass } = await open('/lab/inspector?network=clear&run=1');
    await pass(1_200);
    const cells = all('[data-testid=wire-sums] [data-lane=polling] td').map((one) => one.textContent.trim());
    expect(cells).toEqual(['1', '1', '351 B', '900 B', '28.1%']);
  });

  it('shows only the lanes that the address names, and asks no more while it is paused', async () => {
    const { all, pass, gateways } = await open('/lab/inspector?network=clear&run=1&only=websocket');
    await pass(1_200);
    expect(all('[data-testid=wire-events] .title')).toHaveLength(2);
    all('[data-testid=inspector-pause]')[0]?.click();
    const asked = () => gateways.acts.filter((act) => act.startsWith('wire')).length;
    const before = asked();
    await pass(3_000);
    expect([before > 0, asked()]).toEqual([true, before]);
  });

  it('moves and widens by keys, and follows again', async () => {
    const { page, all, pass } = await open('/lab/inspector?network=clear&run=1');
    await pass(1_200);
    const timeline = page.querySelector('[data-testid=wire-timeline]');
    const press = async (key: string) => {
      timeline?.dispatchEvent(new KeyboardEvent('keydown', { key }));
      await pass(600);
    };
    const span = () => page.querySelector('.span')?.textContent;
    await press('-');
    expect(span()).toContain('10.0 s');
    await press('ArrowLeft');
    expect(all('[aria-pressed=true]').map((one) => one.textContent.trim())).not.toContain('Follow');
    await press('End');
    expect(all('[aria-pressed=true]').map((one) => one.textContent.trim())).toContain('Follow');
  });
});
