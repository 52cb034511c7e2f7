import { placeIn, placeText } from './map-place';

describe('map place', () => {
  it('comes back from the address that says it, to some ten metres', () => {
    expect(placeIn(placeText({ zoom: 13.5, lat: 40.712_84, lon: -74.006_04 }))).toEqual({
      ...{ zoom: 13.5, lat: 40.7128, lon: -74.006 },
    });
  });

  it('is none when the address says no place', () => {
    for (const text of [null, '', '13', '13,40', '13,x,-74', '13,,-74', '13,99,-74', '99,40,-74', '1,2,3,4'])
      expect(placeIn(text)).toBeUndefined();
  });
});
