import { Fields } from './fields';

/** The longest that a cable is pulled, ms. */
const LONGEST_PULL_MS = 60_000;

/**
 * Reads for how long the cable shall be out, ms.
 *
 * @throws FeedError `bad_request`
 */
export const readPull = (value: unknown): number =>
  Fields.of(value, ['ms']).number('ms', [1, LONGEST_PULL_MS]);
