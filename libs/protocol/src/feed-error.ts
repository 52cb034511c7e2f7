import { errorCodes, type ErrorCode } from './error-code';

/** A failure with a code of the one table. Its message is ours and never repeats what came in. */
export class FeedError extends Error {
  override readonly name = 'FeedError';

  constructor(
    readonly code: ErrorCode,
    message: string = errorCodes[code].meaning,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
