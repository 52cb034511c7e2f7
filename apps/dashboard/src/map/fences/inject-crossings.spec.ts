import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Fields } from '@tickway/protocol';
import { NEVER } from 'rxjs';
import { CONNECT } from '../../live/connect';
import { Live } from '../../live/live';
import { fakeConnection } from '../../live/testing/fake-connection';
import { Geofences } from './geofences';
import { injectCrossings } from './inject-crossings';

@Component({ selector: 'tw-looks', template: '' })
class Looks {
  readonly crossings = injectCrossings();
}

const bus = (lat: number): Fields => ({
  ...{ lat, lon: -74, course: 0, speed: 9, state: 'moving', system: 'bus', route: 'M15' },
});
const [INSIDE, OUTSIDE] = [40.7, 40.8];

async function looking() {
  const connection = fakeConnection();
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: CONNECT, useValue: () => connection }],
  });
  const fixture = TestBed.createComponent(Looks);
  const say = async (lat: number) => {
    connection.snapshot('positions', { b1: bus(lat) });
    await jest.advanceTimersByTimeAsync(100);
  };
  const told = () => fixture.componentInstance.crossings().map(({ type, route }) => `${route} ${type}`);
  await jest.advanceTimersByTimeAsync(100);
  return { fences: TestBed.inject(Geofences), say, told, live: TestBed.inject(Live) };
}

describe('crossings', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => void jest.useRealTimers());

  it('tells who entered and left a circle from the first fix after it was made, newest first', async () => {
    const { fences, say, told } = await looking();
    await say(OUTSIDE);
    fences.addAround({ lat: INSIDE, lon: -74 }, 'Depot');
    await jest.advanceTimersByTimeAsync(100);
    await say(INSIDE);
    await say(OUTSIDE);
    expect(told()).toEqual(['M15 left', 'M15 entered']);
  });

  it('does not tell of vehicles that are elsewhere at the moment of a replay that was sought', async () => {
    const { fences, say, told, live } = await looking();
    await say(OUTSIDE);
    fences.addAround({ lat: INSIDE, lon: -74 }, 'Depot');
    const past = fakeConnection();
    live.playFrom({ frames: past.frames, jumps: NEVER, now: () => 5 });
    for (const lat of [INSIDE, OUTSIDE]) {
      past.snapshot('positions', { b1: bus(lat) });
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(told()).toEqual(['M15 left']);
  });

  it('keeps geofences on this device, and draws a circle by two presses, a polygon by corners', () => {
    TestBed.configureTestingModule({});
    const fences = TestBed.inject(Geofences);
    fences.begin('circle');
    fences.press({ lat: 40.7, lon: -74 }, 'One');
    fences.press({ lat: 40.71, lon: -74 }, 'One');
    fences.begin('polygon');
    for (const lon of [-74, -73.9, -73.8]) fences.press({ lat: 40 - lon, lon }, 'Two');
    fences.finish('Two');
    fences.begin('polygon');
    fences.finish('nothing');
    expect(fences.all().map(({ name, shape }) => [name, shape.type])).toEqual([
      ['One', 'circle'],
      ['Two', 'polygon'],
    ]);
    expect(JSON.parse(localStorage.getItem('tickway.geofences') ?? '')).toEqual(fences.all());
    fences.remove('1');
    expect(fences.all().map(({ name }) => name)).toEqual(['Two']);
  });
});
