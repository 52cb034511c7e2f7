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

/** What of a report its table tells. */
interface Tabled extends Pick<LoadReport, 'transports'> {
  readonly options: Wire;
}

type Wire = Pick<LoadReport['options'], 'form' | 'windowMs' | 'keepAlive'>;

/** The report as a Markdown table, a transport a line: readable in a terminal and in a document. */
export const loadTable = (report: Tabled): string =>
  [...leversText(report.options), markdownTable(loadHead, loadRows(report))].join('\n\n');

/** What of the wire is not as by default, as a line; none when all is. */
function leversText({ form, windowMs, keepAlive }: Wire): readonly string[] {
  const levers = [
    ...(form ? [form.codec === 'msgpack' ? 'MessagePack' : 'JSON'] : []),
    ...(form?.compress ? ['deflated'] : []),
    ...(windowMs === undefined ? [] : [`a window of ${windowMs} ms where the server pushes`]),
    ...(keepAlive === false ? ['a connection for each question'] : []),
  ];
  return levers.length === 0 ? [] : [`The wire: ${levers.join(', ')}.`];
}

/** A Markdown table with aligned columns: texts to the left, numbers to the right. */
export function markdownTable(head: readonly string[], body: readonly (readonly string[])[]): string {
  const columnsOfText = head.map((title, i) =>
    columnOf(
      title,
      body.map((cells) => cells[i] ?? ''),
    ),
  );
  const line = (at: number) => `| ${columnsOfText.map((column) => column[at] ?? '').join(' | ')} |`;
  return Array.from({ length: body.length + 2 }, (_, at) => line(at)).join('\n');
}

/** One column, padded: its head, its rule, its cells. */
function columnOf(title: string, cells: readonly string[]): readonly string[] {
  const width = Math.max(3, title.length, ...cells.map((cell) => cell.length));
  const numbers = cells.every((cell) => /^([-+]?[0-9.]+( %)?|–)$/.test(cell));
  const pad = (text: string) => (numbers ? text.padStart(width) : text.padEnd(width));
  const rule = numbers ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
  return [pad(title), rule, ...cells.map(pad)];
}
