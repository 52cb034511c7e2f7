export {
  cellsFilter,
  filterId,
  keysFilter,
  parseFilter,
  type CellsFilter,
  type Filter,
  type KeysFilter,
} from './filter';
export {
  decodeMessage,
  encodeMessage,
  messageJson,
  parseMessage,
  type SubscribeMessage,
} from './client-message';
export { formatCursor, parseCursor, type Cursor } from './cursor';
export { decodeFrame, parseFrame } from './decode-frame';
export { encodeFrame, stamp } from './encode-frame';
export { errorCodes, isErrorCode, type ErrorCode, type ErrorMeaning } from './error-code';
export { FeedError } from './feed-error';
export { frameDocument } from './frame-document';
export type {
  ByeFrame,
  DeltaFrame,
  ErrorFrame,
  Frame,
  GapFrame,
  GapReason,
  HeartbeatFrame,
  Received,
  Row,
  SnapshotFrame,
} from './frame';
export { isKey, parseKey, type Key } from './key';
export { limits } from './limits';
export { Pace } from './pace';
export { parseUpdate } from './parse-update';
export { parseJson } from './parse-json';
export { formatQuery, parseQuery, resumeFrom } from './query';
export { parseSubscriptions, subscriptionJson, type Subscription } from './subscription';
export { parseTopic, type Topic } from './topic';
export { isTransportName, transportNames, type TransportName } from './transport-name';
export { isRemoval, type Change, type Fields, type FieldValue, type Removal, type Update } from './update';
export { limitParameters, parseLimitsQuery, parseViewerLimits, type ViewerLimits } from './viewer-limits';
export {
  formParameters,
  JSON_LINES,
  MESSAGE_PACK,
  parseFormQuery,
  plainForm,
  switchIn,
  type Codec,
  type WireForm,
} from './wire-form';
