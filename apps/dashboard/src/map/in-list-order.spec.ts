import type { Held } from '@tickway/client';
import { parseKey, type Fields } from '@tickway/protocol';
import { inListOrder, routesOf } from './in-list-order';

const vehicle = (system: string, route: string, more: Fields = {}): Held => ({
  fields: { lat: 40.7, lon: -74, course: 0, speed: 9, state: 'moving', system, route, ...more },
  ...{ at: 0, revision: 1, committedAt: 0, merged: 0 },
});
const held = new Map(
  Object.entries({
    b2: vehicle('bus', 'M2'),
    b15: vehicle('bus', 'M15', { state: 'dwelling' }),
    s7: vehicle('subway', '7'),
    no: { ...vehicle('bus', 'M1'), fields: {} },
  }).map(([key, one]) => [parseKey(key), one] as const),
);

describe('in list order', () => {
  it('stands by system and then by the number of the route; what is no position is left out', () => {
    const { keys, states } = inListOrder(held, { isWanted: () => true, state: undefined });
    expect(keys).toEqual(['s7', 'b2', 'b15']);
    expect(states).toEqual({ moving: 2, dwelling: 1, offline: 0 });
  });

  it('keeps to one state but counts all', () => {
    const { keys, states } = inListOrder(held, {
      isWanted: ({ system }) => system === 'bus',
      state: 'dwelling',
    });
    expect(keys).toEqual(['b15']);
    expect(states).toEqual({ moving: 1, dwelling: 1, offline: 0 });
  });

  it('names the routes of a system, or all', () => {
    expect(routesOf(held, 'bus')).toEqual(['M2', 'M15']);
    expect(routesOf(held, undefined)).toEqual(['7', 'M2', 'M15']);
  });
});
