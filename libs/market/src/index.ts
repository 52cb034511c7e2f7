export { change, changePercent, mid, spread } from './figures';
export { INDEX_SECTOR, isIndex, type Quote, type TradingState } from './quote';
export { quoteOf } from './quote-of';
export type { Trade } from './trade';
export { tradeOf } from './trade-of';
