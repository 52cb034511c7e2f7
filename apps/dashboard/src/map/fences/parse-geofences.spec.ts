import { parseGeofences } from './parse-geofences';

const circle = {
  id: '1',
  name: 'Depot',
  shape: { type: 'circle', center: { lat: 40.7, lon: -74 }, radius: 300 },
};
const triangle = {
  id: '2',
  name: 'Triangle',
  shape: { type: 'polygon', corners: [0, 1, 2].map((i) => ({ lat: 40 + i, lon: -74 + (i % 2) })) },
};

describe('parse geofences', () => {
  it('reads back what was kept', () => {
    expect(parseGeofences(JSON.parse(JSON.stringify([circle, triangle])))).toEqual([circle, triangle]);
  });

  it('leaves out what is none, whatever else wrote there', () => {
    const wrong = [
      null,
      { ...circle, id: 1 },
      { ...circle, shape: { ...circle.shape, center: { lat: '40', lon: -74 } } },
      { ...triangle, shape: { ...triangle.shape, corners: triangle.shape.corners.slice(1) } },
    ];
    expect(parseGeofences([...wrong, circle])).toEqual([circle]);
    expect([parseGeofences('x'), parseGeofences(undefined)]).toEqual([[], []]);
  });
});
