/** The lab's API did not do what was asked. */
export class LabError extends Error {
  constructor(
    /** Status of the answer; 0 when there was none. */
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
