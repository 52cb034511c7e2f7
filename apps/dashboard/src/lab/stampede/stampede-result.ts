import { parseMachine, shape, type Machine } from '@tickway/report';
import { stampedeEvents, stampedeWays, type StampedeAsked } from './stampede-asked';

/** What a stampede did; means over the repeats unless said otherwise. */
export interface StampedeResult {
  readonly asked: StampedeAsked;
  readonly repeats: number;
  /** ISO 8601. */
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  readonly seed: number;
  /** The width of a bin, ms. */
  readonly binMs: number;
  /** Requests of all viewers in each bin after the event. */
  readonly requests: readonly number[];
  /** What the server took to answer a question asked in each bin, ms, at worst. */
  readonly delayMs: readonly (number | undefined)[];
  readonly peak: number;
  /** What arithmetic says of the peak. */
  readonly plateau: number;
  /** Until the last request, ms. */
  readonly spikeMs: number;
  /** From the event until a viewer has it, ms. */
  readonly servedMs?: { readonly mean: number; readonly p99: number; readonly max: number };
  readonly served: number;
  readonly expected: number;
  readonly missing: number;
  readonly doubled: number;
  /** ms, the median before the event. */
  readonly calmDelayMs?: number;
  /** ms */
  readonly worstDelayMs?: number;
  /** Share of the time. */
  readonly generatorBusy: number;
  /** In the lab's words. */
  readonly warnings: readonly string[];
}

const { object, text, number, list, maybe, oneOf } = shape;

/**
 * Reads what `lab stampede --json` prints.
 *
 * @throws BadShape when it is something else
 */
export function parseStampede(value: unknown): StampedeResult {
  const report = object(value);
  const options = object(report.options);
  const [servedMs, calm, worst] = [
    maybe(report.servedMs, spreadOf),
    maybe(report.calmDelayMs, number),
    maybe(report.worstDelayMs, number),
  ];
  return {
    asked: askedOf(options),
    ...{ repeats: number(options.repeats), date: text(report.date), command: text(report.command) },
    ...{ machine: parseMachine(report.machine), seed: number(report.seed), binMs: number(report.binMs) },
    requests: list(report.requests, number),
    delayMs: list(report.delayMs, (one) => maybe(one, number)),
    ...{ peak: number(report.peak), plateau: number(report.plateau), spikeMs: number(report.spikeMs) },
    ...{ served: number(report.served), expected: number(report.expected) },
    ...{ missing: number(report.missing), doubled: number(report.doubled) },
    ...{ generatorBusy: number(report.generatorBusy), warnings: list(report.warnings, text) },
    ...(servedMs && { servedMs }),
    ...(calm !== undefined && { calmDelayMs: calm }),
    ...(worst !== undefined && { worstDelayMs: worst }),
  };
}

const askedOf = ({ way, event, viewers, jitterMs }: Readonly<Record<string, unknown>>): StampedeAsked => ({
  way: oneOf(stampedeWays, way),
  event: oneOf(stampedeEvents, event),
  ...{ viewers: number(viewers), jitterMs: number(jitterMs) },
});

function spreadOf(value: unknown) {
  const { mean, p99, max } = object(value);
  return { mean: number(mean), p99: number(p99), max: number(max) };
}
