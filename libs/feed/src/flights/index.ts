export type { Airport } from './airport';
export { flightFeed, type FlightFeedOptions } from './flight-feed';
export { loadAirports } from './load-airports';
