export type { Batch, Feed } from './feed';
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
