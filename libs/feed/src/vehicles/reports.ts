import { exponential, normal, type Random } from '../random';

/** When the vehicles of a system report. */
export interface Reporting {
  /** Least and most ms from one fix to the next; each vehicle has its own interval in between. */
  readonly intervalMs: readonly [number, number];
  /** After how many fixes, on average, a vehicle falls silent (a tunnel, a dead spot). */
  readonly silenceEvery: number;
  /** How long it then is silent on average, ms. */
  readonly silenceMs: number;
}

/** One report of a vehicle: taken at `fixedAt`, here at `receivedAt` (epoch ms). */
export interface Report {
  readonly fixedAt: number;
  readonly receivedAt: number;
  /** When its silence is noticed, if it was silent before this report, epoch ms. */
  readonly missedAt?: number;
}

/** The reports of one vehicle, one a call. */
export interface Reports {
  /** The report at `signOnAt`, or if that is past, the last one since that had arrived by `now`. */
  first(signOnAt: number, now: number): Report;
  /** The report after the one of `fixedAt`; a reader that slept gets the last before `now`, not all it missed. */
  next(fixedAt: number, now: number): Report;
}

/** The share by which an interval varies from fix to fix. */
const JITTER = 0.2;

/** Ms on the network: the median, and the spread of the logarithm (99 of 100 take under 1.6 s). */
const DELAY = { median: 300, spread: 0.7 };

/** How many intervals without a report are a silence. */
const PATIENCE = 2.5;

/**
 * The reports of one vehicle, one a call: the first when it signs on, each next one an interval (more or
 * less, or a silence) later. A vehicle keeps its reports in order, so one that is long under way holds
 * up the next: none arrives after a newer one.
 */
export function reports(
  { intervalMs: [least, most], silenceEvery, silenceMs }: Reporting,
  random: Random,
): Reports {
  const interval = least + random() * (most - least);
  const phase = random() * interval;
  let signedOn = false;
  let receivedAt = -Infinity;

  const report = (fixedAt: number): Report => {
    const delay = DELAY.median * Math.exp(DELAY.spread * normal(random));
    receivedAt = Math.max(receivedAt, fixedAt + delay);
    return { fixedAt: Math.floor(fixedAt), receivedAt };
  };

  return {
    first(signOnAt, now) {
      const passed = Math.floor((now - ARRIVED - signOnAt - phase) / interval);
      signedOn = passed >= 0;
      receivedAt = now;
      return { fixedAt: Math.floor(signedOn ? signOnAt + phase + passed * interval : signOnAt), receivedAt };
    },
    next(fixedAt, now) {
      const wait = signedOn ? interval * (1 + JITTER * (2 * random() - 1)) : phase + 1;
      signedOn = true;
      const slept = Math.max(0, Math.floor((now - ARRIVED - fixedAt - wait) / interval)) * interval;
      if (random() * silenceEvery >= 1) return report(fixedAt + wait + slept);
      const missedAt = Math.floor(fixedAt + slept + PATIENCE * interval);
      return { ...report(missedAt + exponential(random, silenceMs)), missedAt };
    },
  };
}

/** Ms after which a fix has almost surely arrived. */
const ARRIVED = 2000;
