import {
  districtAt,
  type District,
  type Position,
  type VehicleState,
  type VehicleSystem,
} from '@tickway/tracking';

/** Which vehicles a viewer wants to see; `undefined` stands for all. */
export interface Wanted {
  readonly search: string;
  readonly system: VehicleSystem | undefined;
  readonly route: string | undefined;
  /** Name of a district of the base map. */
  readonly borough: string | undefined;
  readonly state: VehicleState | undefined;
}

/** All vehicles. */
export const all: Wanted = {
  search: '',
  ...{ system: undefined, route: undefined, borough: undefined, state: undefined },
};

/** Whether any vehicle is left out. */
export const narrows = ({ search, ...rest }: Wanted): boolean =>
  search.trim() !== '' || Object.values(rest).some((part) => part !== undefined);

/**
 * Whether a vehicle is wanted: made once a wish, asked once a vehicle. A borough of which the map's `districts` know nothing (yet)
 * leaves nobody out.
 */
export function wanted(wish: Wanted, districts: readonly District[]): (position: Position) => boolean {
  const tests = testsOf(wish, districts);
  return (position) => tests.every((test) => test(position));
}

type Test = (position: Position) => boolean;

function testsOf({ search, system, route, borough, state }: Wanted, districts: readonly District[]) {
  const nameAt = districtAt(districts);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const tests: Test[] = [];
  if (system !== undefined) tests.push((one) => one.system === system);
  if (route !== undefined) tests.push((one) => one.route === route);
  if (state !== undefined) tests.push((one) => one.state === state);
  if (districts.some(({ name }) => name === borough)) tests.push((one) => nameAt(one) === borough);
  if (words.length > 0) tests.push((one) => holdsAll(one, words));
  return tests;
}

function holdsAll({ route, headsign, nextStop, flight }: Position, words: readonly string[]): boolean {
  const ends = flight ? `${flight.origin} ${flight.destination}` : '';
  const text = `${route} ${headsign} ${nextStop} ${ends}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
