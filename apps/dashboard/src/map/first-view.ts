import type { Bounds } from '@tickway/tracking';

/** What is shown at first: the five boroughs. */
export const firstView: Bounds = { south: 40.57, west: -74.05, north: 40.88, east: -73.78 };
