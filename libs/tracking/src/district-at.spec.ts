import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseMap } from './base-map';
import { districtAt } from './district-at';

const file = join(__dirname, '../../feed/data/nyc/base-map.json');
const { districts = [] } = JSON.parse(readFileSync(file, 'utf8')) as BaseMap;
const boroughAt = districtAt(districts);

describe('the district of a place', () => {
  it('is one of the five boroughs', () => {
    const names = ['Manhattan', 'Brooklyn', 'Queens', 'The Bronx', 'Staten Island'];
    expect(districts.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['the Empire State Building', 40.7484, -73.9857, 'Manhattan'],
    ['Bowling Green', 40.7045, -74.0142, 'Manhattan'],
    ['Roosevelt Island', 40.7591, -73.9533, 'Manhattan'],
    ['Harlem-148 St', 40.8239, -73.9365, 'Manhattan'],
    ['Inwood-207 St', 40.8681, -73.9199, 'Manhattan'],
    ['Marble Hill-225 St', 40.8746, -73.9098, 'Manhattan'],
    ['Prospect Park', 40.6602, -73.969, 'Brooklyn'],
    ['York St', 40.7014, -73.9867, 'Brooklyn'],
    ['Greenpoint Av', 40.7313, -73.9544, 'Brooklyn'],
    ['Broadway Junction', 40.6783, -73.9053, 'Brooklyn'],
    ['Coney Island', 40.5774, -73.9812, 'Brooklyn'],
    ['Grant Av', 40.677, -73.865, 'Brooklyn'],
    ['Citi Field', 40.7571, -73.8458, 'Queens'],
    ['Court Sq', 40.747, -73.9453, 'Queens'],
    ['21 St-Queensbridge', 40.7541, -73.9429, 'Queens'],
    ['Forest Av', 40.7044, -73.903, 'Queens'],
    ['Rockaway Park', 40.5809, -73.8275, 'Queens'],
    ['Yankee Stadium', 40.8296, -73.9262, 'The Bronx'],
    ['138 St-Grand Concourse', 40.8132, -73.9298, 'The Bronx'],
    ['149 St-Grand Concourse', 40.8184, -73.927, 'The Bronx'],
    ['231 St', 40.8789, -73.9048, 'The Bronx'],
    ['St George', 40.6437, -74.0735, 'Staten Island'],
    ['Tottenville', 40.5127, -74.2515, 'Staten Island'],
  ])('of %s is the right one', (...[, lat, lon, borough]) => {
    expect(boroughAt({ lat, lon })).toBe(borough);
  });

  it.each([
    ['Newark', 40.7357, -74.1724],
    ['Hoboken', 40.735, -74.0277],
    ['Yonkers', 40.9355, -73.9023],
    ['Hicksville', 40.7674, -73.5286],
  ])('is none for %s', (...[, lat, lon]) => {
    expect(boroughAt({ lat, lon })).toBeUndefined();
  });
});
