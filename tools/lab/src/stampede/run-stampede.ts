import type { ExperimentRim } from '../claims/experiment';
import { thisMachine } from '../load/machine';
import { measureStampede } from './measure-stampede';
import type { StampedeOptions } from './stampede-options';
import type { StampedeFigures, StampedeReport } from './stampede-report';

/** Makes a stampede and tells of it, with all that a reader must know before believing it. */
export async function runStampede(
  options: StampedeOptions,
  rim: ExperimentRim & { readonly command: string },
): Promise<StampedeReport> {
  const date = new Date(rim.clock.now()).toISOString();
  const figures = await measureStampede(rim, options);
  const { command, seed } = rim;
  const warnings = stampedeWarnings(figures);
  return { command, date, machine: thisMachine(), seed, options, ...figures, warnings };
}

const BUSY = 0.7;

/** What makes the figures doubtful. */
export function stampedeWarnings(figures: StampedeFigures): readonly string[] {
  const { served, expected, missing, doubled, generatorBusy, worstDelayMs } = figures;
  const percent = Math.round(generatorBusy * 100);
  const found: readonly (readonly [boolean, string])[] = [
    [served < expected, `${expected - served} of ${expected} did not have the event in the time looked at`],
    [missing + doubled > 0, `${missing} missing, ${doubled} doubled`],
    [
      generatorBusy > BUSY,
      `the generator was busy ${percent} % of the time: it is the bottleneck, not the server`,
    ],
    [worstDelayMs === null, 'the server answered no question after its time'],
  ];
  return found.filter(([holds]) => holds).map(([, text]) => text);
}
