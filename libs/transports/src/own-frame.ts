import { encodeFrame, errorCodes, type ErrorCode, type FeedError, type Frame } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';

const encoded = (frame: Frame): EncodedFrame => ({ frame, json: encodeFrame(frame) });

/** A request was refused. */
export const refusal = ({ code, message }: FeedError): EncodedFrame =>
  encoded({ type: 'error', code, message });

/**
 * The last frame. Whoever must come back because the server has too much on its hands is spread over
 * five seconds; a stream at its planned end resumes at once.
 */
export function bye(code: ErrorCode, random: () => number): EncodedFrame {
  const spread = errorCodes[code].retry === 'come-back' && code !== 'lifetime';
  return encoded({ type: 'bye', code, retryAfterMs: spread ? Math.floor(random() * 5_000) : 0 });
}
