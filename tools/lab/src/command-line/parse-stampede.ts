import { parseArgs } from 'node:util';
import {
  stampedeBounds,
  stampedeEvents,
  stampedeWays,
  type StampedeOptions,
} from '../stampede/stampede-options';
import { numberWithin } from './number-within';

/** A stampede to make, and what becomes of its report. */
export interface StampedeCommand {
  readonly options: StampedeOptions;
  readonly seed: number;
  readonly json: boolean;
  /** Where the report is written to. */
  readonly files: { readonly json: string | undefined; readonly html: string | undefined };
  /** How progress is told: `bar` or `json`. */
  readonly progress: string;
}

/**
 * Reads the arguments of `lab stampede`.
 *
 * @throws Error that says what is wrong with them
 */
export function parseStampede(args: readonly string[]): StampedeCommand {
  const { values } = parseArgs({ args: [...args], options: known, strict: true });
  const { viewers, jitterMs, repeats } = stampedeBounds;
  return {
    ...{ json: values.json, progress: values.progress },
    files: { json: values.out, html: values.html },
    seed: numberWithin('--seed', values.seed, [0, 0xffff_ffff]),
    options: {
      way: oneOf('--way', stampedeWays, values.way),
      event: oneOf('--event', stampedeEvents, values.event),
      viewers: numberWithin('--viewers', values.viewers, [1, viewers]),
      jitterMs: numberWithin('--jitter', values.jitter, [0, jitterMs]),
      repeats: numberWithin('--repeats', values.repeats, [1, repeats]),
    },
  };
}

const known = {
  way: { type: 'string', default: 'long-polling' },
  event: { type: 'string', default: 'one-event' },
  viewers: { type: 'string', default: '500' },
  jitter: { type: 'string', default: '0' },
  repeats: { type: 'string', default: '3' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
  html: { type: 'string' },
  json: { type: 'boolean', default: false },
  progress: { type: 'string', default: 'bar' },
} as const;

function oneOf<Name extends string>(option: string, names: readonly Name[], text: string): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new Error(`${option} is one of ${names.join(', ')}, not "${text}"`);
}
