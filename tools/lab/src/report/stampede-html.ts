import { htmlReport, type Plot } from '@tickway/report';
import type { StampedeReport } from '../stampede/stampede-report';
import { stampedeFigures } from '../stampede/stampede-table';
import { machineText } from './load-html';

/** A stampede as one HTML file. */
export const stampedeHtml = (report: StampedeReport): string => {
  const { options, date, machine, seed, command, warnings } = report;
  return htmlReport({
    ...{ language: 'en', title: 'Tickway: stampede' },
    intro: 'Many viewers, and what happens to all of them at one moment.',
    sections: [
      {
        title: `${options.viewers} viewers by ${options.way}, ${options.event}, within ${options.jitterMs} ms`,
        notes: warnings.map((warning) => ['To know before believing it.', warning] as const),
        tables: [{ title: 'Figures', head: ['figure', 'value'], rows: stampedeFigures(report) }],
        plots: [requestPlot(report), delayPlot(report)],
        about: `Measured ${date}, ${machineText(machine)}, seed ${seed}, ${options.repeats} repeats`,
        again: { label: 'Again', text: command },
      },
    ],
  });
};

function requestPlot({ requests, binMs, options, plateau }: StampedeReport): Plot {
  const until = Math.max(binMs, options.jitterMs);
  return {
    ...{ name: 'requests', title: 'Requests', x: 'ms from the event', y: `requests in ${binMs} ms` },
    series: [
      {
        ...{ label: 'formula', kind: 'line' },
        points: [
          [0, plateau],
          [until, plateau],
        ],
      },
      { label: 'measured', kind: 'dots', points: requests.map((count, i) => [(i + 0.5) * binMs, count]) },
    ],
  };
}

const delayPlot = ({ delayMs, binMs }: StampedeReport): Plot => ({
  ...{ name: 'delay', title: 'How late the server’s event loop is' },
  ...{ x: 'asked, ms from the event', y: 'answered after, ms' },
  series: [
    {
      ...{ label: 'measured', kind: 'dots' },
      points: delayMs.flatMap((ms, i) => (ms === null ? [] : [[(i + 0.5) * binMs, ms] as const])),
    },
  ],
});
