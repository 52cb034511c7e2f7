import { positionOf, type Position } from '@tickway/tracking';
import { all, narrows, wanted } from './wanted';

function train(more: Partial<Position> = {}): Position {
  const fields = { lat: 40.7, lon: -74, course: 0, speed: 9, state: 'moving', system: 'subway', route: '7' };
  const position = positionOf({ ...fields, headsign: 'Flushing-Main St', nextStop: 'Junction Blvd' });
  if (!position) throw new Error('no position');
  return { ...position, ...more };
}

describe('wanted', () => {
  it('is everything at first', () => {
    expect([wanted(all, [])(train()), narrows(all), narrows({ ...all, search: '  ' })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('finds every word of a search in route, destination or next stop', () => {
    const finds = (search: string) => wanted({ ...all, search }, [])(train());
    expect(['flush', 'JUNCTION 7', '7 main', 'bronx', '7 bronx'].map(finds)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('keeps to a system, a route and a state', () => {
    const is = (more: Partial<Position>) =>
      wanted({ ...all, system: 'bus', route: 'M15', state: 'dwelling' }, [])(train(more));
    expect(is({ system: 'bus', route: 'M15', state: 'dwelling' })).toBe(true);
    expect(is({ system: 'bus', route: 'M15' })).toBe(false);
    expect(is({ system: 'bus', state: 'dwelling' })).toBe(false);
    expect(is({ route: 'M15', state: 'dwelling' })).toBe(false);
  });

  it('keeps to a borough, once the map knows it', () => {
    // Around the train, 0.1 degree each way.
    const districts = [
      { name: 'Here', areas: [[4_060_000, -7_410_000, 20_000, 0, 0, 20_000, -20_000, 0]] },
      { name: 'There', areas: [[4_160_000, -7_410_000, 20_000, 0, 0, 20_000, -20_000, 0]] },
    ];
    const found = (borough: string, known = districts) => wanted({ ...all, borough }, known)(train());
    expect([found('Here'), found('There'), found('There', [])]).toEqual([true, false, true]);
    expect(narrows({ ...all, borough: 'Here' })).toBe(true);
  });

  it('finds a flight by its airports', () => {
    const flight = train({ system: 'flight', flight: { origin: 'LHR', destination: 'HND', altitude: 0 } });
    expect(wanted({ ...all, search: 'lhr hnd' }, [])(flight)).toBe(true);
    expect(wanted({ ...all, search: 'jfk' }, [])(flight)).toBe(false);
  });
});
