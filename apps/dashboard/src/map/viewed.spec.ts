import { parseKey } from '@tickway/protocol';
import { viewedIn, viewedParameters, type Viewed } from './viewed';
import { all } from './wanted';

const queryOf = (parameters: Readonly<Record<string, unknown>>) => ({
  get: (name: string) => (typeof parameters[name] === 'string' ? parameters[name] : null),
});

describe('what is viewed on the map', () => {
  it('comes back from the address that says it', () => {
    const viewed: Viewed = {
      ...{ selected: parseKey('subway-7'), following: true },
      wanted: { search: 'main st', system: 'subway', route: '7', borough: 'Queens', state: 'dwelling' },
    };
    expect(viewedIn(queryOf(viewedParameters(viewed)))).toEqual(viewed);
  });

  it('leaves nothing in the address as long as nothing was chosen', () => {
    const nothing: Viewed = { selected: undefined, following: false, wanted: all };
    expect(Object.values(viewedParameters(nothing)).every((value) => value === null)).toBe(true);
    expect(viewedIn(queryOf({}))).toEqual(nothing);
  });

  it('is as by default where the address says what there is not, and nobody is followed unless chosen', () => {
    const odd = { vehicle: '', follow: '1', system: 'tram', state: 'flying' };
    expect(viewedIn(queryOf(odd))).toEqual({ selected: undefined, following: false, wanted: all });
  });
});
