/** A source that publishes evenly, and a viewer that asks for the newest evenly, at a chance distance from it. */
export interface PushAndPull {
  readonly publishMs: number;
  /** From one question to the next, transits left out. */
  readonly pullMs: number;
}

/** Share of the time in which a viewer that pulls holds the newest value: 1 − Q/2P, or P/2Q when it asks more seldom. */
export const coherentShare = ({ publishMs, pullMs }: PushAndPull): number =>
  pullMs <= publishMs ? 1 - pullMs / (2 * publishMs) : publishMs / (2 * pullMs);

/** Share of the values published that a viewer that pulls ever sees. */
export const seenShare = ({ publishMs, pullMs }: PushAndPull): number => Math.min(1, publishMs / pullMs);

/**
 * So many times the publish interval must a viewer wait between questions for pull to cost the server less than push:
 * push costs a write a publication, pull an answer a question.
 */
export const flipRatio = (writeUs: number, answerUs: number): number => answerUs / writeUs;
