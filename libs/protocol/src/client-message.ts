import { FeedError } from './feed-error';
import { parseJson } from './parse-json';
import { parseSubscriptions, subscriptionJson, type Subscription } from './subscription';
import { parseViewerLimits, type ViewerLimits } from './viewer-limits';

/**
 * What a client says on a socket: its whole wish. Topics not named end; a topic named without a cursor
 * goes on from where this connection is (or begins with a snapshot).
 */
export interface SubscribeMessage {
  readonly type: 'subscribe';
  readonly subscriptions: readonly Subscription[];
  /** Absent: none, whatever was said before. */
  readonly limits?: ViewerLimits;
}

/**
 * Reads a message from a socket's text.
 *
 * @throws FeedError with the code that tells what is wrong
 */
export const decodeMessage = (text: string): SubscribeMessage => parseMessage(parseJson(text));

/** Reads a message from parsed JSON (Socket.IO parses by itself). */
export function parseMessage(value: unknown): SubscribeMessage {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'subscribe')
    throw new FeedError('bad_request', 'a message is {"type":"subscribe","subscriptions":[…]}');
  return {
    type: 'subscribe',
    subscriptions: parseSubscriptions('subscriptions' in value ? value.subscriptions : undefined),
    ...('limits' in value && { limits: parseViewerLimits(value.limits) }),
  };
}

/** Writes a message as {@link decodeMessage} reads it. */
export const encodeMessage = (message: SubscribeMessage): string => JSON.stringify(messageJson(message));

/** Writes a message as {@link parseMessage} reads it (after JSON). */
export const messageJson = ({ subscriptions, ...rest }: SubscribeMessage) => ({
  ...rest,
  subscriptions: subscriptions.map(subscriptionJson),
});
