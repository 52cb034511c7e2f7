import type { FeedError } from './feed-error';

/** Parsed JSON that is an object, not a list and not null. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads an object; anything else throws what `refusal` makes. */
export function jsonObject(value: unknown, refusal: () => FeedError): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw refusal();
}
