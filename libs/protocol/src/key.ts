import { FeedError } from './feed-error';

declare const brand: unique symbol;

/** Whose value an update changes: a ticker symbol, an asset's id. */
export type Key = string & { readonly [brand]: 'Key' };

// No leading underscore: a key may become a property's name, and `__proto__` must not.
const grammar = /^[A-Za-z0-9][A-Za-z0-9._:+-]{0,63}$/;

/** Whether `text` follows the grammar of keys. */
export const isKey = (text: unknown): text is Key => typeof text === 'string' && grammar.test(text);

/**
 * Reads a key: a letter or digit, then at most 63 of `A-Z a-z 0-9 . _ : + -`.
 *
 * @throws FeedError `bad_request` when `text` is not a key
 */
export function parseKey(text: unknown): Key {
  if (isKey(text)) return text;
  throw new FeedError('bad_request', 'a key is a letter or digit, then at most 63 of A-Z a-z 0-9 . _ : + -');
}
