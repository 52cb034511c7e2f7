/** Why there is no gateway, as far as the page knows what to do about it. */
export type RefusalReason =
  /** The server's lab is off. */
  | 'off'
  /** The page was not opened on the server's own machine, and there is no token. */
  | 'not_local'
  /** As many gateways as may be are open. */
  | 'most'
  /** The server is shutting down. */
  | 'stopping'
  /** No such gateway any more: its time was over, or the server was started anew. */
  | 'gone'
  /** No answer. */
  | 'unreachable'
  /** What was asked is not taken. */
  | 'refused';

/** The lab's API did not do what was asked. */
export class LabRefusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    message: string,
  ) {
    super(message);
  }
}
