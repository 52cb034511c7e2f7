import type { WireForm } from '@tickway/protocol';
import type { Observable } from 'rxjs';

/**
 * Hears of what goes over the wire, as far as a program in a browser can know: requests, and the payload as
 * it is given to the program, inflated already if it came deflated.
 */
export interface Traffic {
  /** A request was made or a socket opened. */
  asked(): void;
  /** Bytes of payload came. */
  received(bytes: number): void;
  /** Bytes of payload (or of a request's query) went. */
  sent(bytes: number): void;
}

/** What every transport is told. */
export interface TransportOptions {
  /** Origin of the server, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly traffic: Traffic;
  /** How the server is to write its frames. @default plain JSON */
  readonly form?: WireForm;
}

/** What only some transports are told. */
export interface PaceOptions {
  /** From one answer to the next question of `polling`, ms; replays the present one, and a new one counts at once. */
  readonly pollingIntervalMs: Observable<number>;
  /** Whether `polling` and `long-polling` keep their connection for the next question. @default true */
  readonly keepAlive?: boolean;
  /** Longest time that `long-polling` asks the server to wait, ms. */
  readonly longPollWaitMs: number;
  /** Interval of the server's heartbeats, ms. */
  readonly heartbeatMs: number;
}
