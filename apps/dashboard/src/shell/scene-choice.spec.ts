import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { CONNECT } from '../live/connect';
import { fakeConnection } from '../live/testing/fake-connection';
import { SceneChoice } from './scene-choice';

@Component({ selector: 'tw-empty', template: '' })
class Empty {}

const feeds = {
  market: { label: 'Market' },
  flights: { label: 'Flights', timeZone: 'UTC', offsetMs: 0 },
  vehicles: { label: 'Transit', timeZone: 'America/New_York', offsetMs: -3_600_000 },
};

async function open(url: string, running: Partial<typeof feeds>) {
  const connection = fakeConnection();
  TestBed.configureTestingModule({
    providers: [
      { provide: CONNECT, useValue: () => connection },
      provideRouter([{ path: '**', component: Empty }]),
    ],
  });
  const [choice, router] = [TestBed.inject(SceneChoice), TestBed.inject(Router)];
  await router.navigateByUrl(url);
  const first = choice.shown();
  connection.snapshot('feeds', running);
  jest.advanceTimersByTime(50);
  return { choice, router, first };
}

describe('the choice of a scene', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is New York at first, with its clock', async () => {
    const { choice } = await open('/map', feeds);
    expect([choice.shown(), choice.offered()]).toEqual(['nyc', ['nyc', 'world']]);
    expect(choice.scene()).toEqual({ timeZone: 'America/New_York', offsetMs: -3_600_000 });
  });

  it('is what the address asks for, already before the server has said what it runs', async () => {
    const { choice, first } = await open('/map?scene=world', feeds);
    expect([first, choice.shown(), choice.scene()?.timeZone]).toEqual(['world', 'world', 'UTC']);
  });

  it('is what the server runs when that is one scene only, whatever the address asks for', async () => {
    const { choice } = await open('/map?scene=nyc', { flights: feeds.flights });
    expect([choice.shown(), choice.offered()]).toEqual(['world', ['world']]);
  });

  it('stands in the address, without what was chosen in the other scene', async () => {
    const { choice, router } = await open('/map?transport=polling&map=12/40.7/-74&borough=Queens', feeds);
    await choice.show('world');
    expect(router.url).toBe('/map?transport=polling&scene=world');
    expect(choice.shown()).toBe('world');
    await choice.show('nyc');
    expect(router.url).toBe('/map?transport=polling');
  });
});
