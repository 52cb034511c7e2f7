import { constants, deflateRawSync } from 'node:zlib';

/** What a sync flush ends with: an empty stored block (RFC 1951 section 3.2.4). */
const FLUSH_BYTES = 4;

/** Deflates bytes so that they refer to nothing before them and all of them can be read at once. */
export const deflateApart = (bytes: Uint8Array): Buffer =>
  deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });

/** Deflates a WebSocket message (RFC 7692 section 7.2.1): the receiver adds what is left off. */
export const deflateMessage = (bytes: Uint8Array): Buffer => deflateApart(bytes).subarray(0, -FLUSH_BYTES);
