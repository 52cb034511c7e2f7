import type { LoadReport, TransportReport } from './load-report';

type Column = readonly [head: string, cell: (report: TransportReport) => string];

const fixed = (value: number | null | undefined, digits = 0) =>
  value === null || value === undefined ? '–' : value.toFixed(digits);

const columns: readonly Column[] = [
  ['viewers', ({ viewers }) => String(viewers)],
  ['delivered', ({ delivered }) => String(delivered)],
  ['missing', ({ missing }) => String(missing)],
  ['doubled', ({ doubled }) => String(doubled)],
  ['mean ms', ({ latencyMs }) => fixed(latencyMs?.mean, 1)],
  ['p50', ({ latencyMs }) => fixed(latencyMs?.p50)],
  ['p95', ({ latencyMs }) => fixed(latencyMs?.p95)],
  ['p99', ({ latencyMs }) => fixed(latencyMs?.p99)],
  ['max', ({ latencyMs }) => fixed(latencyMs?.max)],
  ['age ms', ({ ageMs }) => fixed(ageMs)],
  ['payload B/update', ({ bytesPerUpdate }) => fixed(bytesPerUpdate?.payload, 1)],
  ['overhead B/update', ({ bytesPerUpdate }) => fixed(bytesPerUpdate?.overhead, 1)],
  ['requests/s', ({ requestsPerSecond }) => fixed(requestsPerSecond, 1)],
  ['server CPU µs/update', ({ serverCpuUsPerUpdate }) => fixed(serverCpuUsPerUpdate, 2)],
  ['kB/viewer', ({ bytesOfMemoryPerViewer }) => fixed(bytesOfMemoryPerViewer / 1_000, 1)],
  ['generator busy', ({ generatorBusy }) => `${Math.round(generatorBusy * 100)} %`],
];

/** The heads of the columns. */
export const loadHead: readonly string[] = ['transport', ...columns.map(([head]) => head)];

/** A row a transport. */
export const loadRows = ({ transports }: Pick<LoadReport, 'transports'>): readonly (readonly string[])[] =>
  Object.entries(transports).map(([name, report]) => [name, ...columns.map(([, cell]) => cell(report))]);

/** The report as a Markdown table, a transport a line: readable in a terminal and in a document. */
export const loadTable = (report: Pick<LoadReport, 'transports'>): string =>
  markdownTable(loadHead, loadRows(report));

/** A Markdown table with aligned columns: the first to the left, numbers to the right. */
export function markdownTable(head: readonly string[], body: readonly (readonly string[])[]): string {
  const widths = head.map((text, i) =>
    Math.max(3, text.length, ...body.map((cells) => cells[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, i) => aligned(text, i, widths)).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...body.map(line)].join('\n');
}

const aligned = (text: string, column: number, widths: readonly number[]) =>
  column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
