import { positionOf, type Position } from '@tickway/tracking';
import { pickVehicle } from './pick-vehicle';

function candidate(key: string, speed: number, state: Position['state'] = 'moving') {
  const position = positionOf({ lat: 40.7, lon: -74, course: 0, speed, state, system: 'subway' });
  if (!position) throw new Error('not a position');
  return { key, position };
}

describe('pick vehicle', () => {
  const all = [
    candidate('slow', 3),
    candidate('fast', 25),
    candidate('standing', 30, 'dwelling'),
    candidate('second', 20),
  ];

  it('is the fastest that moves', () => expect(pickVehicle(all)).toBe('fast'));

  it('is another each time, and begins again after the last', () => {
    expect(['fast', 'second', 'slow'].map((present) => pickVehicle(all, present))).toEqual([
      'second',
      'slow',
      'fast',
    ]);
  });

  it('is none while none moves', () => expect(pickVehicle([])).toBeUndefined());
});
