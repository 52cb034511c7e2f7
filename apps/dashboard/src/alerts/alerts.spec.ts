import { TestBed } from '@angular/core/testing';
import { parseKey } from '@tickway/protocol';
import { NEVER } from 'rxjs';
import { CONNECT } from '../live/connect';
import { Live } from '../live/live';
import { fakeConnection } from '../live/testing/fake-connection';
import { AlertToast } from './alert-toast';
import { Alerts } from './alerts';
import { Announcer } from './announcer';

const symbol = parseKey('ACME');

function alerts() {
  const connection = fakeConnection();
  TestBed.configureTestingModule({ providers: [{ provide: CONNECT, useValue: () => connection }] });
  TestBed.inject(Announcer).sound.set(false);
  const fixture = TestBed.createComponent(AlertToast);
  const page: HTMLElement = fixture.nativeElement;
  const price = async (last: number) => {
    connection.snapshot('quotes', { ACME: { last } });
    await jest.advanceTimersByTimeAsync(100);
  };
  return {
    connection,
    price,
    service: TestBed.inject(Alerts),
    said: () => page.querySelector('[role=alert]')?.textContent,
  };
}

describe('alerts', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers({ now: 1000 });
  });
  afterEach(() => void jest.useRealTimers());

  it('ask for their symbols only, on whichever page, and for nothing when there are none', () => {
    const { connection, service } = alerts();
    TestBed.tick();
    service.add({ symbol, kind: 'above', value: 10, from: 9 });
    TestBed.tick();
    service.remove(service.waiting()[0]?.id ?? '');
    TestBed.tick();
    expect(connection.wishes).toEqual(['feeds,quotes[ACME]', 'feeds']);
  });

  it('are told once, in words, with their lateness from the commit until they were shown', async () => {
    const { price, service, said } = alerts();
    service.add({ symbol, kind: 'above', value: 10, from: 9 });
    await price(9.5);
    expect(service.fired()).toEqual([]);
    await price(10.02);
    await price(9.5);
    await price(10.5);
    expect(service.fired().map((fired) => fired.price)).toEqual([10.02]);
    // Committed at 0 by the fake, shown after two spells of 100 ms and a frame.
    expect(service.fired()[0]?.latenessMs).toBeGreaterThanOrEqual(1100);
    expect(said()).toMatch(/^ACME rose to 10\.00: 10\.02\. Shown \d\.\d+ s after it happened\.$/);
    expect(service.waiting()).toEqual([]);
  });

  it('go on while the page shows the past, and say that they are of the present', async () => {
    const { connection, price, service, said } = alerts();
    service.add({ symbol, kind: 'above', value: 10, from: 9 });
    TestBed.tick();
    await price(9.5);
    const past = fakeConnection();
    TestBed.inject(Live).playFrom({ frames: past.frames, jumps: NEVER, now: () => 5 });
    past.snapshot('quotes', { ACME: { last: 20 } });
    await jest.advanceTimersByTimeAsync(100);
    expect([connection.wishes.at(-1), service.fired()]).toEqual(['feeds,quotes[ACME]', []]);
    await price(10.02);
    expect(said()).toMatch(/^Now, not in the replay: ACME rose to 10\.00: 10\.02\. Shown 1\.\d+ s after/);
  });

  it('are kept on the device until they come true', () => {
    const { service } = alerts();
    service.add({ symbol, kind: 'move', value: 2, from: 100 });
    TestBed.resetTestingModule();
    const again = alerts().service;
    expect(again.waiting()).toMatchObject([{ symbol, kind: 'move', value: 2, from: 100 }]);
  });
});
