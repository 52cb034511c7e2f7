import { markdownTable } from '../load/load-table';
import type { StampedeReport } from './stampede-report';

const fixed = (value: number | null | undefined, digits = 0) =>
  value === null || value === undefined ? '–' : value.toFixed(digits);

/** The figures of a stampede for a terminal: what happened, and requests and delay by time. */
export function stampedeTable(report: StampedeReport): string {
  const { requests, delayMs, binMs, spikeMs } = report;
  const until = Math.max(spikeMs / binMs, 1);
  const rows = requests
    .slice(0, until)
    .map((count, i) => [String(i * binMs), fixed(count, 1), fixed(delayMs[i], 1)]);
  return [
    markdownTable(['figure', 'value'], stampedeFigures(report)),
    '',
    markdownTable(['ms from the event', `requests in ${binMs} ms`, 'server answers after ms'], rows),
  ].join('\n');
}

/** The figures of a stampede: what, and how much. */
export const stampedeFigures = (report: StampedeReport): readonly (readonly string[])[] => [
  [`peak, requests in ${report.binMs} ms`, fixed(report.peak, 1)],
  ['plateau by arithmetic', fixed(report.plateau, 1)],
  ['requests last, ms', fixed(report.spikeMs)],
  ['have it', `${report.served} of ${report.expected}`],
  ['mean ms', fixed(report.servedMs?.mean, 1)],
  ['p99 ms', fixed(report.servedMs?.p99)],
  ['last ms', fixed(report.servedMs?.max)],
  ['missing / doubled', `${report.missing} / ${report.doubled}`],
  ['server answers, calm, ms', fixed(report.calmDelayMs, 1)],
  ['server answers, worst, ms', fixed(report.worstDelayMs, 1)],
  ['generator busy', `${Math.round(report.generatorBusy * 100)} %`],
];
