import { feature } from 'topojson-client';
import { encodeLine } from './geometry.mjs';

/**
 * Manhattan along the middle of the rivers around it, through its bridges (and around Marble Hill, north of the canal). Drawn by hand:
 * the census's county line, made to be seen from afar, leaves York Street to Manhattan and Grand Concourse too.
 */
const manhattan = [
  ...[
    [40.684, -74.023],
    [40.682, -74.017],
    [40.688, -74.0085],
    [40.696, -74.0035],
    [40.703, -73.999],
  ],
  // Brooklyn, Manhattan and Williamsburg Bridge, the Midtown tunnel, and the channel east of Roosevelt Island.
  ...[
    [40.7058, -73.9965],
    [40.7073, -73.9907],
    [40.7075, -73.978],
    [40.7131, -73.9722],
    [40.727, -73.969],
  ],
  ...[
    [40.737, -73.9665],
    [40.744, -73.964],
    [40.75, -73.957],
    [40.7552, -73.949],
    [40.764, -73.944],
  ],
  // Hell Gate, around Randalls Island.
  ...[
    [40.7725, -73.939],
    [40.779, -73.931],
    [40.7815, -73.9225],
    [40.788, -73.915],
    [40.796, -73.912],
  ],
  // Willis, Third and Madison Avenue, 145th Street, Macombs Dam, High and University Heights Bridge.
  ...[
    [40.8, -73.9165],
    [40.8012, -73.925],
    [40.8043, -73.9297],
    [40.8073, -73.9326],
    [40.814, -73.9336],
  ],
  ...[
    [40.8193, -73.9333],
    [40.828, -73.9338],
    [40.8355, -73.9335],
    [40.8423, -73.93],
    [40.845, -73.9277],
  ],
  ...[
    [40.853, -73.9215],
    [40.8628, -73.9152],
    [40.869, -73.911],
  ],
  ...[
    [40.8735, -73.9083],
    [40.8765, -73.907],
    [40.8782, -73.912],
    [40.8762, -73.915],
  ],
  // Henry Hudson Bridge, and down the Hudson.
  ...[
    [40.8776, -73.922],
    [40.878, -73.926],
    [40.88, -73.94],
    [40.8517, -73.957],
    [40.82, -73.972],
  ],
  ...[
    [40.78, -74.0],
    [40.75, -74.017],
    [40.727, -74.023],
    [40.7, -74.03],
  ],
];

/** What of Manhattan's county as the census draws it belongs to the boroughs across the rivers. */
const across = {
  Brooklyn: [
    [40.69, -74.01],
    [40.735, -73.975],
    [40.735, -73.955],
    [40.69, -73.97],
  ],
  Queens: [
    [40.74, -73.965],
    [40.78, -73.94],
    [40.785, -73.92],
    [40.775, -73.91],
    [40.745, -73.94],
    [40.7395, -73.955],
  ],
  'The Bronx': [
    [40.8, -73.935],
    [40.88, -73.94],
    [40.88, -73.9],
    [40.8, -73.9],
  ],
};

/** Counties by their census codes. */
const counties = [
  ['Brooklyn', '36047'],
  ['Queens', '36081'],
  ['The Bronx', '36005'],
  ['Staten Island', '36085'],
];

/** The boroughs as areas: a place is in the first that holds it. */
export const districtsOf = (atlas) => [
  { name: 'Manhattan', areas: [encodeLine(manhattan)] },
  ...counties.map(([name, code]) => ({
    name,
    areas: [...shores(atlas, code), ...(across[name] ? [across[name]] : [])].map(encodeLine),
  })),
];

function shores(atlas, code) {
  const { features } = feature(atlas, atlas.objects.counties);
  const { geometry } = features.find(({ id }) => id === code);
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map(([shore]) => openRing(shore));
}

/** GeoJSON has longitude first, and repeats a ring's first place. */
const openRing = (ring) => ring.slice(0, -1).map(([lon, lat]) => [lat, lon]);
