import type { Held, KeyedState } from '@tickway/client';
import { parseKey, type Fields, type Key } from '@tickway/protocol';
import { FADE_MS, fleet, OLD_FIX_MS } from './fleet';
import { project } from './world';

const T1 = parseKey('T1');
const held = (fields: Fields, at: number): Held => ({ fields, at, revision: 1, committedAt: at, merged: 0 });
const train = (lon: number, at: number, fields: Fields = {}) =>
  held(
    { lat: 40.7, lon, course: 90, speed: 84, system: 'subway', color: '#d82233', state: 'moving', ...fields },
    at,
  );
const change = (state: ReadonlyMap<Key, Held>, more: Partial<KeyedState> = {}): KeyedState => ({
  state,
  changed: [...state.keys()],
  removed: [],
  replaced: false,
  ...more,
});

function oneTrain() {
  const vehicles = fleet();
  vehicles.apply(change(new Map([[T1, train(-74, 0)]])), 0, true);
  return vehicles;
}

const x = (vehicles: ReturnType<typeof fleet>) => vehicles.sprites.get(T1)?.x;

describe('fleet', () => {
  it('glides from no place of another story, and begins trails anew', () => {
    const vehicles = oneTrain();
    vehicles.begin();
    vehicles.apply(change(new Map([[T1, train(-73.5, 10_000)]])), 10_000, true);
    vehicles.advance(10_000);
    expect(x(vehicles)).toBeCloseTo(project(40.7, -73.5).x, 9);
    expect(vehicles.sprites.get(T1)?.trail.points).toHaveLength(1);
  });

  it('puts a new vehicle at its fix and glides it to the next', () => {
    const vehicles = oneTrain();
    vehicles.apply(change(new Map([[T1, train(-73.99, 10_000)]])), 10_000, true);
    vehicles.advance(10_000);
    expect(x(vehicles)).toBeCloseTo(project(40.7, -74).x, 9);
    vehicles.advance(15_000);
    expect(x(vehicles)).toBeCloseTo(project(40.7, -73.995).x, 4);
    vehicles.advance(99_000);
    expect(x(vehicles)).toBeCloseTo(project(40.7, -73.99).x, 9);
  });

  it('keeps its way when there is news but no newer fix', () => {
    const vehicles = oneTrain();
    vehicles.apply(change(new Map([[T1, train(-73.99, 10_000)]])), 10_000, true);
    vehicles.apply(change(new Map([[T1, train(-73.99, 10_000, { lateMs: 60_000 })]])), 12_000, true);
    vehicles.advance(15_000);
    expect(x(vehicles)).toBeCloseTo(project(40.7, -73.995).x, 4);
  });

  it('goes straight to each fix when motion is not wanted', () => {
    const vehicles = oneTrain();
    vehicles.apply(change(new Map([[T1, train(-73.99, 10_000)]])), 10_000, false);
    vehicles.advance(10_000);
    expect(x(vehicles)).toBeCloseTo(project(40.7, -73.99).x, 9);
  });

  it('fades a removed vehicle and then drops it', () => {
    const vehicles = oneTrain();
    vehicles.apply(change(new Map(), { removed: [T1] }), 5000, true);
    expect(vehicles.known()).toBe(0);
    vehicles.advance(5000 + FADE_MS - 1);
    expect(vehicles.sprites.get(T1)?.leftAt).toBe(5000);
    vehicles.advance(5000 + FADE_MS);
    expect(vehicles.sprites.size).toBe(0);
  });

  it('does not fade a vehicle that left at a time still to come, when a replay goes back', () => {
    const vehicles = oneTrain();
    vehicles.apply(change(new Map(), { removed: [T1] }), 5000, true);
    vehicles.advance(3000);
    expect(vehicles.sprites.size).toBe(0);
  });

  it('drops what a new snapshot does not hold', () => {
    const vehicles = oneTrain();
    const T2 = parseKey('T2');
    vehicles.apply(change(new Map([[T2, train(-73.9, 9000)]]), { replaced: true }), 9000, true);
    vehicles.advance(20_000);
    expect([...vehicles.sprites.keys()]).toEqual([T2]);
  });

  it('draws a vehicle dim when it is offline or its fix is old, and bright again after a fix', () => {
    const vehicles = oneTrain();
    const dim = () => vehicles.sprites.get(T1)?.dim;
    vehicles.advance(OLD_FIX_MS);
    expect(dim()).toBe(false);
    vehicles.advance(OLD_FIX_MS + 1);
    expect(dim()).toBe(true);
    vehicles.apply(change(new Map([[T1, train(-74, OLD_FIX_MS)]])), OLD_FIX_MS + 2, true);
    expect(dim()).toBe(false);
    vehicles.apply(
      change(new Map([[T1, train(-74, OLD_FIX_MS, { state: 'offline' })]])),
      OLD_FIX_MS + 3,
      true,
    );
    expect(dim()).toBe(true);
  });

  it('leaves out a row without a place', () => {
    const vehicles = fleet();
    vehicles.apply(change(new Map([[T1, held({ state: 'moving' }, 0)]])), 0, true);
    expect(vehicles.sprites.size).toBe(0);
  });
});
