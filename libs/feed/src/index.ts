export type { Batch, Feed } from './feed';
export { flightFeed, loadAirports, type Airport, type FlightFeedOptions } from './flights';
export { MARKET_LABEL, marketFeed, type MarketFeedOptions } from './market/market-feed';
export {
  loadPacks,
  sceneOffsetMs,
  shiftTo,
  UnreadablePack,
  vehicleFeed,
  type Pack,
  type VehicleFeedOptions,
} from './vehicles';
