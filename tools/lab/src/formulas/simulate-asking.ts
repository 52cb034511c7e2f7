/** One viewer that asks, event by event: what the formulas must agree with. */
export interface AskingSimulation {
  readonly transitMs: number;
  /** From an answer's arrival to the next question, ms. */
  readonly pauseMs: number;
  /** Whether the server holds a question until there is something. */
  readonly parks: boolean;
  /** Times of events at the server, ms, in order. */
  readonly events: readonly number[];
}

/** What came of it. */
export interface AskingOutcome {
  readonly meanMs: number;
  readonly maxMs: number;
  readonly requests: number;
  readonly answersWithEvents: number;
  /** When the last answer was written, ms. */
  readonly endMs: number;
}

/** Plays asking and answering through in virtual time, without any formula. */
export function simulateAsking({ transitMs, pauseMs, parks, events }: AskingSimulation): AskingOutcome {
  let next = 0;
  let answerAt = 0;
  let [sum, max, requests, answersWithEvents] = [0, 0, 0, 0];
  for (let arrival = transitMs; next < events.length; arrival = answerAt + 2 * transitMs + pauseMs) {
    requests++;
    answerAt = parks ? Math.max(arrival, events[next] ?? arrival) : arrival;
    const before = next;
    for (let at = events[next]; at !== undefined && at <= answerAt; at = events[++next]) {
      const latency = answerAt + transitMs - at;
      sum += latency;
      max = Math.max(max, latency);
    }
    if (next > before) answersWithEvents++;
  }
  return { meanMs: sum / events.length, maxMs: max, requests, answersWithEvents, endMs: answerAt };
}
