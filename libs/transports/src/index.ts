export { askerOf } from './asker';
export { putFeedInFront } from './feed-front';
export { answerError } from './http-answer';
export type { GuestOf } from './origin';
export { openRim, RIM, type Rim, type RimOptions, type SessionSource } from './rim';
export { FeedIoAdapter } from './socket.io/feed-io-adapter';
export { SocketIoGateway } from './socket.io/socket-io.gateway';
export type { TransportCounts } from './traffic';
export { defaultSettings, type TransportSettings } from './transport-settings';
