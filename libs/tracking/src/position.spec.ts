import { positionOf } from './position';

const fields = {
  ...{ lat: 40.7, lon: -73.9, accuracy: 3, course: 12, speed: 8.5, state: 'moving', system: 'subway' },
  ...{
    route: '7',
    color: '#9a38a1',
    headsign: 'Flushing-Main St',
    nextStop: '61 St-Woodside',
    lateMs: 30_000,
  },
};

describe('positionOf', () => {
  it('reads the fields of a position', () => {
    expect(positionOf(fields)).toEqual(fields);
  });

  it('passes over fields it does not know', () => {
    expect(positionOf({ ...fields, crowded: true })).toEqual(fields);
  });

  it.each([{ lat: null }, { lon: '5' }, { state: 'flying' }, { system: 'tram' }, { course: null }])(
    'is nothing when %j is there instead',
    (wrong) => {
      expect(positionOf({ ...fields, ...wrong })).toBeUndefined();
    },
  );

  it('reads what a flight says besides', () => {
    const flight = { origin: 'LHR', destination: 'HND', altitude: 10_700 };
    const position = positionOf({ ...fields, system: 'flight', ...flight });
    expect(position).toEqual({ ...fields, system: 'flight', flight });
  });

  it('makes do without names', () => {
    const { lat, lon, course, speed, state, system } = fields;
    expect(positionOf({ lat, lon, course, speed, state, system })).toMatchObject({ route: '', lateMs: 0 });
  });
});
