import { TestBed } from '@angular/core/testing';
import { Geofences } from './geofences';

describe('geofences', () => {
  beforeEach(() => localStorage.clear());

  it('stay on this device; a circle is drawn by two presses, a polygon by corners', () => {
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

  it('remember on this device which of them the viewer is not told of', () => {
    const fences = TestBed.inject(Geofences);
    fences.addAround({ lat: 40.7, lon: -74 }, 'One');
    expect(fences.isQuiet('1')).toBe(false);
    fences.tellOf('1', false);
    TestBed.resetTestingModule();
    expect(TestBed.inject(Geofences).isQuiet('1')).toBe(true);
    TestBed.inject(Geofences).remove('1');
    TestBed.inject(Geofences).addAround({ lat: 40.7, lon: -74 }, 'Another');
    expect(TestBed.inject(Geofences).isQuiet('1')).toBe(false);
  });
});
