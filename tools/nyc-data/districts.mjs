import { feature } from 'topojson-client';
import { encodeLine } from './geometry.mjs';

/** New York's five counties by their census codes, and how their boroughs are named on the map. */
const boroughs = {
  36061: 'Manhattan',
  36047: 'Brooklyn',
  36081: 'Queens',
  36005: 'The Bronx',
  36085: 'Staten Island',
};

/** The boroughs as areas, in the order above; their borders also run through water, so what is on a bridge is in one of two. */
export function districtsOf(counties) {
  const { features } = feature(counties, counties.objects.counties);
  return ['36061', '36047', '36081', '36005', '36085'].map((code) => {
    const { geometry } = features.find(({ id }) => id === code);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return { name: boroughs[code], areas: polygons.map(([shore]) => encodeLine(openRing(shore))) };
  });
}

/** GeoJSON has longitude first, and repeats a ring's first place. */
const openRing = (ring) => ring.slice(0, -1).map(([lon, lat]) => [lat, lon]);
