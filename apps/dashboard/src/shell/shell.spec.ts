import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withRouterConfig } from '@angular/router';
import { BehaviorSubject } from 'rxjs';
import type { Auto, AutoState } from '@tickway/client';
import { AUTO_SWITCH } from '../live/auto-mode';
import { CONNECT } from '../live/connect';
import { fakeConnection } from '../live/testing/fake-connection';
import { Shell } from './shell';

@Component({ selector: 'tw-empty', template: '' })
class Empty {}

async function shell(address = '/') {
  const connection = fakeConnection();
  const auto = new BehaviorSubject<AutoState>({ transport: 'websocket', steps: [] });
  const autoSwitch = (): Auto => ({ state: auto, stop: () => undefined });
  /** Auto mode has stepped. */
  const tell = (state: AutoState) => {
    connection.status.next({ transport: state.transport, state: 'live' });
    auto.next(state);
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: CONNECT, useValue: () => connection },
      { provide: AUTO_SWITCH, useValue: autoSwitch },
      provideRouter(
        [{ path: '**', component: Empty }],
        withRouterConfig({ defaultQueryParamsHandling: 'preserve' }),
      ),
    ],
  });
  const fixture = TestBed.createComponent(Shell);
  const page: HTMLElement = fixture.nativeElement;
  const settle = () => jest.advanceTimersByTimeAsync(600);
  const router = TestBed.inject(Router);
  await router.navigateByUrl(address);
  await settle();
  return { connection, page, router, settle, tell };
}

const text = (page: HTMLElement, id: string) => page.querySelector(`[data-testid=${id}]`)?.textContent.trim();

describe('shell', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('puts the chosen transport into the address, and from there to the connection', async () => {
    const { connection, page, router, settle } = await shell('/quotes');
    page.querySelector<HTMLElement>('[data-testid=transport-polling]')?.click();
    await settle();
    expect(router.url).toBe('/quotes?transport=polling');
    expect(connection.switched).toEqual(['polling']);
    expect(page.querySelector<HTMLInputElement>('[data-testid=transport-polling]')?.checked).toBe(true);
  });

  it.each([
    ['/', 'Overview'],
    ['/map?transport=polling', 'Map'],
    ['/quotes?at=5#x', 'Quotes'],
    ['/lab/race', undefined],
    ['/symbol/ACME', undefined],
  ])('gives %s a heading unless the page has its own', async (address, heading) => {
    const { page } = await shell(address);
    expect(page.querySelector('h1')?.textContent).toBe(heading);
  });

  it('switches when the address changes, and names no default', async () => {
    const { connection, page, router, settle } = await shell('/?transport=streaming');
    expect(connection.switched).toEqual(['streaming']);
    page.querySelector<HTMLElement>('[data-testid=transport-auto]')?.click();
    await settle();
    expect(router.url).toBe('/');
    expect(page.querySelector<HTMLInputElement>('[data-testid=transport-auto]')?.checked).toBe(true);
  });

  it('says in auto mode what carries and why it is not the best', async () => {
    const { page, tell, settle } = await shell();
    const reason = { type: 'silent', forMs: 22_500 } as const;
    tell({
      transport: 'streaming',
      steps: [{ from: 'websocket', to: 'streaming', reason, at: 0 }],
      nextTryAt: Date.now() + 9_000,
    });
    await settle();
    expect(page.querySelector('.carrying')?.textContent.trim()).toBe('streaming');
    expect(text(page, 'badge-auto')).toBe('websocket silent');
    page.querySelector<HTMLElement>('[data-testid=badge] button')?.click();
    await settle();
    expect(text(page, 'auto-steps')).toContain('websocket was silent for 22.5 s');
  });

  it('keeps the transport from page to page', async () => {
    const { page, router, settle } = await shell('/?transport=streaming');
    page.querySelector<HTMLElement>('nav a[href^="/map"]')?.click();
    await settle();
    expect(router.url).toBe('/map?transport=streaming');
  });

  it('says that data is simulated and what time it is there', async () => {
    const { connection, page, settle } = await shell();
    expect(page.querySelector('.simulated')).toBeNull();
    jest.setSystemTime(Date.UTC(2026, 8, 24, 12, 0, 0));
    connection.snapshot('feeds', {
      vehicles: { label: 'Transit', simulated: true, timeZone: 'America/New_York', offsetMs: 0 },
    });
    await settle();
    expect(page.querySelector('.simulated')?.textContent).toBe('Simulated');
    expect(text(page, 'scene-time')).toContain('08:00:0');
  });

  it('shows missing and double, and why it waits', async () => {
    const { connection, page, settle } = await shell();
    connection.counts.next({ missing: 2, double: 1, gaps: 0, switches: 0, reconnects: 0 });
    connection.status.next({ transport: 'socket.io', state: 'waiting', retryAt: Date.now() + 4000 });
    await settle();
    expect([text(page, 'badge-missing'), text(page, 'badge-double')]).toEqual(['2', '1']);
    expect(text(page, 'badge-state')).toBe('Cut off');
    expect(text(page, 'badge')).toMatch(/next try in [34] s/);
  });

  it('guesses why nobody answers a tab too many, after some seconds', async () => {
    const { connection, page, settle } = await shell('/?transport=streaming');
    connection.status.next({ transport: 'websocket', state: 'live', switchingTo: 'streaming' });
    await settle();
    expect(text(page, 'badge')).not.toContain('no free connection?');
    await jest.advanceTimersByTimeAsync(4_000);
    expect(text(page, 'badge')).toContain('no free connection?');
    page.querySelector<HTMLElement>('[data-testid=badge] button')?.click();
    await settle();
    expect(page.querySelector('dl')?.textContent).toContain('choose WebSocket, or close a tab');
  });

  it('opens the whole account and closes it with Escape', async () => {
    const { page, settle } = await shell();
    const button = page.querySelector<HTMLElement>('[data-testid=badge] button');
    button?.click();
    await settle();
    expect(page.querySelector('dl')?.textContent).toContain('Clock offset');
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(page.querySelector('dl')).toBeNull();
  });
});
