import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { experiments, notDone } from '../claims/experiments';
import type { Experiment, Finding } from '../claims/experiment';
import {
  findingDocument,
  indexDocument,
  RAW,
  type Circumstances,
  type Measured,
} from '../claims/finding-document';
import { plotSvg } from '../claims/plot';
import { systemClock } from '../clock/system-clock';
import { thisMachine } from '../load/machine';
import type { CommandRim } from './command-rim';
import { numberWithin } from './number-within';
import { ProgressBar } from './progress-bar';

const QUICK = 0.1;

/** `lab claims`: runs the experiments and writes what came of them. */
export async function claimsCommand(args: readonly string[], rim: CommandRim): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: known, strict: true });
  const seed = numberWithin('--seed', values.seed, [0, 0xffff_ffff]);
  const command = `npm run lab -- claims ${args.join(' ')}`.trim();
  await mkdir(join(values.out, RAW), { recursive: true });
  for (const experiment of values.pages ? [] : chosen(values.only)) {
    const measured = await measure(experiment, { seed, scale: values.quick ? QUICK : 1, command }, rim);
    await writeRaw(values.out, measured);
    for (const { claim, verdict, because } of measured.finding.verdicts)
      rim.out.write(`${experiment.name}: ${verdict} — ${claim}. ${because}.\n`);
  }
  const all = await readAll(values.out);
  for (const measured of all) await writePages(values.out, measured);
  await writeFile(join(values.out, 'README.md'), indexDocument(all, notDone));
}

/** `lab list`: the experiments' names. */
export function listCommand(_: readonly string[], { out }: CommandRim): Promise<void> {
  for (const { name, title } of experiments) out.write(`${name.padEnd(12)} ${title}\n`);
  for (const [what, why] of notDone) out.write(`not done     ${what}: ${why}\n`);
  return Promise.resolve();
}

const known = {
  only: { type: 'string' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string', default: 'docs/measurements' },
  quick: { type: 'boolean', default: false },
  pages: { type: 'boolean', default: false },
} as const;

function chosen(only: string | undefined): readonly Experiment[] {
  if (only === undefined) return experiments;
  return only.split(',').map((name) => {
    const experiment = experiments.find((one) => one.name === name);
    if (experiment) return experiment;
    throw new Error(`no such experiment: ${name} (lab list names them)`);
  });
}

type Asked = Pick<Circumstances, 'seed' | 'scale' | 'command'>;

async function measure(experiment: Experiment, asked: Asked, { signal, err }: CommandRim): Promise<Measured> {
  const bar = new ProgressBar(err);
  const [loadBefore = 0] = loadavg();
  const date = new Date(systemClock.now()).toISOString();
  const progress = (what: string, share: number) => bar.show(`${experiment.name}: ${what}`, share);
  const finding = await experiment
    .run({ seed: asked.seed, scale: asked.scale, clock: systemClock, signal, progress })
    .finally(() => bar.clear());
  const [loadAfter = 0] = loadavg();
  return { experiment, finding, about: { ...asked, date, loadBefore, loadAfter, machine: thisMachine() } };
}

async function writeRaw(folder: string, { experiment, finding, about }: Measured): Promise<void> {
  const text = JSON.stringify({ about, finding }, undefined, 2);
  await writeFile(join(folder, RAW, `${experiment.name}.json`), `${text}\n`);
}

async function writePages(folder: string, { experiment, finding, about }: Measured): Promise<void> {
  await writeFile(join(folder, `${experiment.name}.md`), findingDocument(experiment, finding, about));
  for (const plot of finding.plots) await writeFile(join(folder, `${plot.name}.svg`), `${plotSvg(plot)}\n`);
}

/** What lies in the folder from this run and earlier ones. */
async function readAll(folder: string): Promise<readonly Measured[]> {
  const found = await Promise.all(
    experiments.map(async (experiment): Promise<Measured | undefined> => {
      // Not measured yet: then it is not in the list.
      const text = await readFile(join(folder, RAW, `${experiment.name}.json`), 'utf8').catch(
        () => undefined,
      );
      if (text === undefined) return undefined;
      return { experiment, ...(JSON.parse(text) as { about: Circumstances; finding: Finding }) };
    }),
  );
  return found.filter((one) => one !== undefined);
}
