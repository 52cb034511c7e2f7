import type { ErrorCode } from '@tickway/protocol';

/** The lab's API did not do what was asked. */
export class LabError extends Error {
  constructor(
    /** Status of the answer; 0 when there was none. */
    readonly status: number,
    message: string,
    /** What the server calls it; absent where something else answered, or nothing did. */
    readonly code?: ErrorCode,
  ) {
    super(message);
  }
}
