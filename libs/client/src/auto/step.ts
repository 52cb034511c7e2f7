import type { ErrorCode, TransportName } from '@tickway/protocol';

/** Why auto mode changed the transport, or why a try of a better one failed; as a value, for any language to say. */
export type StepReason =
  /** It opened, or seemed to, and said nothing. */
  | { readonly type: 'no-first-frame'; readonly waitedMs: number }
  /** It could not be opened: `lost` is what a page is told when a proxy refuses the upgrade. */
  | { readonly type: 'refused'; readonly code: ErrorCode }
  /** It had been live, and nothing came any more, heartbeats neither. */
  | { readonly type: 'silent'; readonly forMs: number }
  /** It broke again and again. */
  | { readonly type: 'lost-often'; readonly losses: number; readonly withinMs: number }
  /** Something on the way holds its frames back: they come in bursts, up to `heldMs` late. */
  | { readonly type: 'held-back'; readonly heldMs: number }
  /** A better one was tried and answered; at which try since the last step. */
  | { readonly type: 'works'; readonly tries: number }
  /** It was being tried when the one before was lost. */
  | { readonly type: 'took-over' };

/** One change of the transport by auto mode. */
export interface Step {
  readonly from: TransportName;
  readonly to: TransportName;
  readonly reason: StepReason;
  /** Epoch ms, this machine's clock. */
  readonly at: number;
}

/** A try of a better transport that came to nothing; the running one was not disturbed. */
export interface FailedTry {
  readonly transport: TransportName;
  readonly reason: StepReason;
  /** Epoch ms, this machine's clock. */
  readonly at: number;
}

/** What auto mode has done and is about to do. */
export interface AutoState {
  /** The transport that it is on. */
  readonly transport: TransportName;
  /** The last steps, newest last. */
  readonly steps: readonly Step[];
  /** The better transport that is being tried at this moment. */
  readonly trying?: TransportName;
  /** The last failed try since the last step. */
  readonly failed?: FailedTry;
  /** When a better one is tried next, epoch ms; absent on the best, and while one is tried. */
  readonly nextTryAt?: number;
}
