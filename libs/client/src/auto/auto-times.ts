/** How long auto mode is patient with what. All but two are told in the server's heartbeats. */
export interface AutoTimes {
  /** From one look at the connection to the next, ms. */
  readonly lookMs: number;
  /** Longest wait for the first frame of an opened transport, ms: two round trips and a half of a bad line would do. */
  readonly firstFrameMs: number;
  /** Longest silence of a pushed transport, ms: one heartbeat and half of one. */
  readonly silenceMs: number;
  /** What is lost after a silence of this was silent, and is not tried again first, ms. */
  readonly lostSilentMs: number;
  /** How many losses … */
  readonly losses: number;
  /** … within how long make a transport unfit, ms. */
  readonly lossesWithinMs: number;
  /** A stream half of whose frames are later than this is held back on the way, ms. */
  readonly lateMs: number;
  /** How long it is watched at least before that is said, ms … */
  readonly watchMs: number;
  /** … and at most, ms. */
  readonly lateWithinMs: number;
  /** What was held back has to show its first frame within this when it is tried again, ms (and some round trips). */
  readonly suspectMs: number;
  /** From a fall to the first try of what is better, ms. It doubles from try to try … */
  readonly firstTryMs: number;
  /** … up to this, ms, so that with the try itself a repair is found within two heartbeats. */
  readonly mostTryMs: number;
  /** What was climbed to and did not hold for so long has relapsed, ms. */
  readonly holdMs: number;
  /** How long the first relapse keeps from another try, ms. It doubles from relapse to relapse … */
  readonly banMs: number;
  /** … up to this, ms. */
  readonly mostBanMs: number;
}

const LOOK_MS = 500;
/** Nobody's first frame should have to come sooner, however short the heartbeats of a test, ms. */
const LEAST_PATIENCE_MS = 1_000;

/** The times that fit a server's heartbeat, ms. With 15 s: first frame 5 s, silence 22.5 s, tries each 5 to 20 s. */
export const autoTimes = (heartbeatMs: number): AutoTimes => ({
  lookMs: LOOK_MS,
  firstFrameMs: Math.max(LEAST_PATIENCE_MS, heartbeatMs / 3),
  silenceMs: Math.max(LEAST_PATIENCE_MS, heartbeatMs * 1.5),
  lostSilentMs: heartbeatMs * 1.2,
  losses: 3,
  lossesWithinMs: heartbeatMs * 4,
  // Long polling is seldom later than three transits of the line: a quarter of a second is worse nearly everywhere.
  lateMs: 250,
  watchMs: 2_000,
  lateWithinMs: Math.max(15_000, heartbeatMs * 3),
  suspectMs: 500,
  firstTryMs: heartbeatMs / 3,
  mostTryMs: (heartbeatMs * 4) / 3,
  holdMs: heartbeatMs * 4,
  banMs: heartbeatMs * 2,
  mostBanMs: heartbeatMs * 40,
});
