import type { Measurement } from '@tickway/report';
import { parseArgs } from 'node:util';
import type { Experiment } from '../claims/experiment';
import { experiments, notDone } from '../claims/experiments';
import { measureExperiment } from '../claims/measure-experiment';
import { keepMeasurement, writePages } from '../claims/record';
import { systemClock } from '../clock/system-clock';
import type { CommandRim } from './command-rim';
import { numberWithin } from './number-within';
import { progressOn } from './progress';

const QUICK = 0.1;
const RECORD = 'docs/measurements';

/** `lab claims`: runs the experiments and writes what came of them into the record, or with `--json` to its output. */
export async function claimsCommand(args: readonly string[], rim: CommandRim): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: known, strict: true });
  const { json, out = json ? undefined : RECORD } = values;
  const measurements = values.pages
    ? []
    : await measureAll(values, { ...rim, keep: (one) => keep(one, out) });
  if (json) rim.out.write(`${JSON.stringify({ measurements }, undefined, 2)}\n`);
  if (out !== undefined) await writePages(out, { names: experiments.map(({ name }) => name), notDone });
}

const keep = async (measurement: Measurement, out: string | undefined) =>
  out === undefined ? undefined : keepMeasurement(out, measurement);

/** `lab list`: what experiments there are, done and not done. */
export function listCommand(args: readonly string[], { out }: CommandRim): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { json: known.json }, strict: true });
  if (values.json) {
    out.write(`${JSON.stringify({ experiments, notDone }, undefined, 2)}\n`);
    return Promise.resolve();
  }
  for (const { name, title } of experiments) out.write(`${name.padEnd(12)} ${title}\n`);
  for (const [what, why] of notDone) out.write(`not done     ${what}: ${why}\n`);
  return Promise.resolve();
}

const known = {
  only: { type: 'string' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
  quick: { type: 'boolean', default: false },
  pages: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  progress: { type: 'string', default: 'bar' },
} as const;

function chosen(only: string | undefined): readonly Experiment[] {
  if (only === undefined) return experiments;
  return only.split(',').map((name) => {
    const experiment = experiments.find((one) => one.name === name);
    if (experiment) return experiment;
    throw new Error(`no such experiment: ${name} (lab list names them)`);
  });
}

interface Asked {
  readonly only?: string | undefined;
  readonly json: boolean;
  readonly seed: string;
  readonly quick: boolean;
  readonly progress: string;
}

/** Keeps each as soon as it is there: what comes after it may be stopped. */
async function measureAll(
  asked: Asked,
  rim: CommandRim & { readonly keep: (measurement: Measurement) => Promise<void> },
): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const experiment of chosen(asked.only)) {
    const measurement = await measure(experiment, asked, rim);
    measurements.push(measurement);
    await rim.keep(measurement);
    if (!asked.json) tell(measurement, rim);
  }
  return measurements;
}

/** The command that repeats one experiment stands in its circumstances, whatever else was run with it. */
async function measure(experiment: Experiment, asked: Asked, rim: CommandRim): Promise<Measurement> {
  const bar = progressOn(rim.err, asked.progress);
  const quick = asked.quick ? ' --quick' : '';
  return measureExperiment(experiment, {
    seed: numberWithin('--seed', asked.seed, [0, 0xffff_ffff]),
    scale: asked.quick ? QUICK : 1,
    command: `npm run lab -- claims --only=${experiment.name} --seed=${asked.seed}${quick}`,
    ...{ clock: systemClock, signal: rim.signal },
    progress: (what, share) => bar.show(what, share),
  }).finally(() => bar.clear());
}

function tell({ name, finding }: Measurement, { out }: CommandRim): void {
  for (const { claim, verdict, because } of finding.verdicts)
    out.write(`${name}: ${verdict} — ${claim}. ${because}.\n`);
}
