import { decodeFrame, FeedError, parseFrame, type Received } from '@tickway/protocol';
import { lost } from './error-of';

/**
 * Reads a frame as it came: its text, or the JSON that Socket.IO has parsed.
 *
 * @throws FeedError `lost`: whatever sends other than frames (a captive portal, a proxy's page) is not the server
 */
export function readFrame(value: unknown): Received {
  try {
    return typeof value === 'string' ? decodeFrame(value) : parseFrame(value);
  } catch (error) {
    if (error instanceof FeedError) throw lost('what came is not a frame', error);
    throw error;
  }
}
