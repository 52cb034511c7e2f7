/** Ways whose viewers wait for the server: those that a stampede can be made of. */
export const stampedeWays = ['long-polling', 'websocket', 'streaming', 'socket.io'] as const;

/** One of {@link stampedeWays}. */
export type StampedeWay = (typeof stampedeWays)[number];

/** What sets them going: one update that all wait for, or the end of all connections at once. */
export const stampedeEvents = ['one-event', 'cut'] as const;

/** One of {@link stampedeEvents}. */
export type StampedeEvent = (typeof stampedeEvents)[number];

/** Many viewers and what happens to all of them at the same moment. */
export interface StampedeOptions {
  readonly way: StampedeWay;
  readonly event: StampedeEvent;
  readonly viewers: number;
  /** Each waits a time at chance from 0 to this before it asks again or comes back, ms. */
  readonly jitterMs: number;
  /** How often it is done; figures are means over it. */
  readonly repeats: number;
}

/** More than this is refused. */
export const stampedeBounds = { viewers: 2_000, jitterMs: 5_000, repeats: 10 } as const;

/** The width of what is counted together, ms. */
export const BIN_MS = 10;

/**
 * What arithmetic says of the requests in each {@link BIN_MS}: the spread makes a plateau of the spike; without one all
 * come as fast as they are told.
 */
export const plateauOf = ({ viewers, jitterMs }: Pick<StampedeOptions, 'viewers' | 'jitterMs'>): number =>
  (viewers * BIN_MS) / Math.max(BIN_MS, jitterMs);

/** Whether this event makes viewers of this way ask: an update that comes over a standing line asks for nothing. */
export const makesRequests = ({ way, event }: Pick<StampedeOptions, 'way' | 'event'>): boolean =>
  event === 'cut' || way === 'long-polling';
