import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseMap } from './base-map';
import { inDistrict } from './in-district';

const file = join(__dirname, '../../feed/data/nyc/base-map.json');
const { districts = [] } = JSON.parse(readFileSync(file, 'utf8')) as BaseMap;

const places = [
  ['Manhattan', { lat: 40.7484, lon: -73.9857 }, 'the Empire State Building'],
  ['Brooklyn', { lat: 40.6602, lon: -73.969 }, 'Prospect Park'],
  ['Queens', { lat: 40.7571, lon: -73.8458 }, 'Citi Field'],
  ['The Bronx', { lat: 40.8296, lon: -73.9262 }, 'Yankee Stadium'],
  ['Staten Island', { lat: 40.6437, lon: -74.0735 }, 'St. George Terminal'],
] as const;

describe('a district', () => {
  it('is each of the five boroughs', () => {
    expect(districts.map(({ name }) => name)).toEqual(places.map(([name]) => name));
  });

  it.each(places)('%s alone holds %j, %s', (name, place) => {
    const holding = districts.filter((district) => inDistrict(district)(place));
    expect(holding.map((district) => district.name)).toEqual([name]);
  });

  it('does not hold Newark', () => {
    expect(districts.some((district) => inDistrict(district)({ lat: 40.7357, lon: -74.1724 }))).toBe(false);
  });
});
