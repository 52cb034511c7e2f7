import { FeedError, type ErrorCode } from '@tickway/protocol';
import type { PushWish } from './feed-request';
import type { Push } from './push';

// What is no message at all: whoever sends it speaks something else, so the talk ends.
const senseless: readonly ErrorCode[] = ['bad_request', 'too_deep'];

/**
 * Does what a client's message says. One that can be read but not granted is answered with an error
 * frame; one that cannot be read ends the connection.
 */
export function heed(push: Push, read: () => PushWish): void {
  // Whoever says too much comes back with its present wish: so nothing that it said is lost.
  if (!push.hears(performance.now())) return push.end('rate');
  try {
    push.subscribe(read());
  } catch (error) {
    if (error instanceof FeedError) tellRefusal(push, error);
    else push.fail(error);
  }
}

/** Tells why something that was asked is not done; of what makes no sense the connection ends. */
export function tellRefusal(push: Push, error: FeedError): void {
  if (senseless.includes(error.code)) push.end(error.code);
  else push.refuse(error);
}
