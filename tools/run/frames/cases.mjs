/** Whose vehicles the server runs. */
const rail = {};
const buses = { TICKWAY_SYSTEMS: 'subway,lirr,mnr,bus' };
const flights = { TICKWAY_SYSTEMS: 'flight' };

const screen = { width: 1440, height: 900 };
/** High enough for every symbol's row. */
const allRows = { width: 1440, height: 2080 };

/**
 * What is measured: a view, what it shows once it can be measured, what the viewer does meanwhile (`drag`: moves the map about all
 * the time, so that every frame is another picture), and how many frames a second are wanted of it, where its drawing never rests.
 */
export const cases = [
  { name: 'board-all', shows: 'board, all 61 rows in view', path: '/quotes', viewport: allRows, env: rail },
  { name: 'board', shows: 'board, a screen of rows', path: '/quotes', viewport: screen, env: rail },
  { name: 'map-rail', shows: 'map, all trains, at rest', path: '/map', viewport: screen, env: rail },
  {
    ...{
      name: 'map-rail-drag',
      shows: 'map, all trains, dragged',
      path: '/map',
      viewport: screen,
      env: rail,
    },
    drag: true,
  },
  {
    ...{ name: 'map-bus', shows: 'map, trains and buses, at rest', path: '/map' },
    ...{ viewport: screen, env: buses },
  },
  {
    ...{ name: 'map-bus-drag', shows: 'map, trains and buses, dragged', path: '/map' },
    ...{ viewport: screen, env: buses, drag: true },
  },
  {
    ...{ name: 'map-world', shows: 'map, flights of the world, at rest', path: '/map?scene=world' },
    ...{ viewport: screen, env: flights },
  },
  {
    ...{ name: 'map-world-drag', shows: 'map, flights of the world, dragged', path: '/map?scene=world' },
    ...{ viewport: screen, env: flights, drag: true },
  },
  { name: 'lab-race', shows: 'race, five lanes', path: '/lab/race?run=1', viewport: screen, env: rail },
  {
    ...{ name: 'lab-network', shows: 'network view, RTT 50 ms', path: '/lab/network?run=1&network=rtt:50' },
    ...{ viewport: screen, env: rail },
  },
  {
    ...{ name: 'lab-inspector', shows: 'inspector', path: '/lab/inspector?run=1&network=clear' },
    ...{ viewport: screen, env: rail },
  },
];
