import { htmlReport, type Plot } from '@tickway/report';
import type { Formats } from '../../language/formats';
import type { LanguageCode } from '../../language/language-code';
import { loadColumns } from './load-columns';
import type { LoadResult, LoadRow } from './load-result';
import type { RunTexts } from './texts/en';

/** What words and numbers are written in. */
export interface Writing {
  readonly texts: RunTexts;
  readonly formats: Formats;
  readonly language: LanguageCode;
}

/** A load run's table: heads and cells, as people read them. */
export const loadTable = ({ rows }: LoadResult, { texts, formats }: Writing) => ({
  title: texts.result,
  head: loadColumns.map(({ name }) => texts.columns[name]),
  rows: rows.map((row) => loadColumns.map(({ say }) => say(row, formats))),
});

/** A load run as CSV (RFC 4180): a line a transport; an empty field is a figure that is not there. */
export function loadCsv({ rows, seed, date, machine, command }: LoadResult): string {
  const columns = loadColumns.flatMap(({ csv }) => csv);
  const about = [date, command, `${machine.cores} x ${machine.processor}`, machine.node, seed];
  const lines = rows.map((row) => [...columns.map(([, read]) => read(row)), ...about]);
  const head = [...columns.map(([name]) => name), 'date', 'command', 'machine', 'node', 'seed'];
  return [head, ...lines].map((line) => `${line.map(field).join()}\r\n`).join('');
}

function field(value: number | string | undefined): string {
  if (typeof value === 'number') return String(Math.round(value * 1_000) / 1_000);
  const text = value ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A load run as one HTML file. `address` is where the same run is asked for again. */
export function loadHtml(result: LoadResult, writing: Writing & { readonly address: string }): string {
  const { texts, formats, language, address } = writing;
  return htmlReport({
    ...{ language, title: texts.report, intro: texts.intro },
    sections: [
      {
        title: texts.result,
        notes: result.warnings.map((warning) => [`${texts.warnings}:`, warning] as const),
        tables: [loadTable(result, writing)],
        plots: [latencyPlot(result, texts)],
        about: texts.about(formats.date(Date.parse(result.date)), machineText(result), `${result.seed}`),
        again: { label: texts.command, text: result.command, href: address },
      },
    ],
  });
}

/** On what it was measured, in a few words. */
export const machineText = ({ machine }: Pick<LoadResult, 'machine'>): string =>
  `${machine.cores} × ${machine.processor}, ${machine.system}, Node ${machine.node}`;

/** Mean and p99 of each transport. */
export function latencyPlot({ rows }: LoadResult, { plot, columns }: RunTexts): Plot {
  const series = (name: 'mean' | 'p99') => ({
    ...{ label: columns[name], kind: 'dots' as const },
    points: rows.flatMap(({ latency }: LoadRow, index) => (latency ? [[index, latency[name]] as const] : [])),
  });
  return {
    ...{ name: 'latency', title: plot, x: '', y: 'ms' },
    names: rows.map(({ transport }) => transport),
    series: [series('mean'), series('p99')],
  };
}
