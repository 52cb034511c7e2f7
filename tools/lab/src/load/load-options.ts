import type { Network } from '@tickway/gateway';
import { limits, type Topic, type TransportName, type WireForm } from '@tickway/protocol';

/** What a load run is asked to do. */
export interface LoadOptions {
  readonly transports: readonly TransportName[];
  /** Virtual viewers of each transport. */
  readonly viewers: number;
  /** How long each transport is measured, s. */
  readonly seconds: number;
  /** Over which viewers come in, s. */
  readonly rampSeconds: number;
  /** Polling: from an answer to the next question, ms. */
  readonly intervalMs: number;
  readonly topics: readonly Topic[];
  /** How frames are written; absent: plain JSON. */
  readonly form?: WireForm;
  /** Coalescing window of the transports that push, ms; absent: none. */
  readonly windowMs?: number;
  /** Whether the transports that ask keep their connection; absent: they do. */
  readonly keepAlive?: boolean;
  /** Updates a second of the lab's own, ten times a second, in place of the server's feeds; absent: its feeds. */
  readonly rate?: number;
  /** Of the server's simulations and of the viewers' own chance. */
  readonly seed: number;
  /** Between viewers and server; absent: the bare loopback. */
  readonly network?: Network;
  /** The cable is pulled for so long, s, when a quarter of the measured time is over; absent: not at all. */
  readonly pullSeconds?: number;
  /** A server that runs already; absent: one of our own for each transport. */
  readonly url?: string;
}

/** More than this is refused: the lab is a measuring device, no weapon. */
export const bounds = {
  viewers: 5_000,
  seconds: 600,
  rampSeconds: 120,
  intervalMs: 60_000,
  windowMs: limits.window.most,
  rate: 10_000,
  pullSeconds: 60,
} as const;
