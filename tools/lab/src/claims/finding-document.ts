import { circumstancesText, type Measurement } from '@tickway/report';
import { markdownTable } from '../load/load-table';

/** The folder of the raw figures, beside the pages. */
export const RAW = 'data';

/** The Markdown page of one experiment. */
export function findingDocument({ title, prediction, method, name, about, finding }: Measurement): string {
  return [
    `# ${title}`,
    ...finding.verdicts.map(({ claim, verdict, because }) => `- **${verdict}** — ${claim}. ${because}.`),
    `**Prediction.** ${prediction}`,
    `**Method.** ${method}`,
    ...finding.tables.map((table) => `## ${table.title}\n\n${markdownTable(table.head, table.rows)}`),
    ...finding.plots.map((plot) => `![${plot.title}](${plot.name}.svg)`),
    `${circumstancesText(about, (text) => `\`${text}\``)} Raw figures: [${RAW}/${name}.json](${RAW}/${name}.json).`,
    '',
  ]
    .join('\n\n')
    .replace(/\n\n- /g, '\n- ')
    .replace('\n- ', '\n\n- ')
    .replace(/\n+$/, '\n');
}

/** The page that lists all verdicts, and what is not done. */
export function indexDocument(
  measured: readonly Measurement[],
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

const verdictsOf = ({ name, title, finding, about }: Measurement) =>
  [
    `## [${title}](${name}.md)\n\nMeasured ${about.date.slice(0, 10)}${about.scale < 1 ? ', a quick run, not for the record' : ''}.\n`,
    ...finding.verdicts.map(({ claim, verdict, because }) => `- **${verdict}** — ${claim}. ${because}.`),
  ].join('\n');
