import { markdownTable } from '../load/load-table';
import type { Machine } from '../load/machine';
import type { Experiment, Finding } from './experiment';

/** The folder of the raw figures, beside the pages. */
export const RAW = 'data';

/** When, where and by which command something was measured. */
export interface Circumstances {
  readonly command: string;
  /** ISO 8601. */
  readonly date: string;
  readonly seed: number;
  readonly scale: number;
  readonly machine: Machine;
  /** Load of the machine over the minute before, and after: other work disturbs what is measured. */
  readonly loadBefore: number;
  readonly loadAfter: number;
}

/** The Markdown page of one experiment. */
export function findingDocument(experiment: Experiment, finding: Finding, about: Circumstances): string {
  const { title, prediction, method, name } = experiment;
  return [
    `# ${title}`,
    ...finding.verdicts.map(({ claim, verdict, because }) => `- **${verdict}** — ${claim}. ${because}.`),
    `**Prediction.** ${prediction}`,
    `**Method.** ${method}`,
    ...finding.tables.map((table) => `## ${table.title}\n\n${markdownTable(table.head, table.rows)}`),
    ...finding.plots.map((plot) => `![${plot.title}](${plot.name}.svg)`),
    `${circumstances(about)} Raw figures: [${RAW}/${name}.json](${RAW}/${name}.json).`,
    '',
  ]
    .join('\n\n')
    .replace(/\n\n- /g, '\n- ')
    .replace('\n- ', '\n\n- ')
    .replace(/\n+$/, '\n');
}

function circumstances({
  command,
  date,
  seed,
  scale,
  machine,
  loadBefore,
  loadAfter,
}: Circumstances): string {
  const { processor, cores, system, node } = machine;
  const quick = scale < 1 ? ` **A quick run (${scale} of the time): not for the record.**` : '';
  return `Measured ${date} by \`${command}\`, seed ${seed}, on ${cores} × ${processor}, ${system}, Node ${node}; load of the machine ${loadBefore.toFixed(1)} before, ${loadAfter.toFixed(1)} after.${quick}`;
}

/** One measured experiment, for the list of all. */
export interface Measured {
  readonly experiment: Experiment;
  readonly finding: Finding;
  readonly about: Circumstances;
}

/** The page that lists all verdicts, and what is not done. */
export function indexDocument(
  measured: readonly Measured[],
  notDone: readonly (readonly [string, string])[],
): string {
  return [
    '# Measurements',
    'Made by `npm run lab -- claims`, which runs the experiments on this machine and writes this folder; no figure is written by hand. Each page tells its method, machine, seed and date.',
    ...measured.map(verdictsOf),
    '## Not done',
    notDone.map(([what, why]) => `- ${what}: ${why}.`).join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

const verdictsOf = ({ experiment, finding, about }: Measured) =>
  [
    `## [${experiment.title}](${experiment.name}.md)\n\nMeasured ${about.date.slice(0, 10)}${about.scale < 1 ? ', a quick run, not for the record' : ''}.\n`,
    ...finding.verdicts.map(({ claim, verdict, because }) => `- **${verdict}** — ${claim}. ${because}.`),
  ].join('\n');
