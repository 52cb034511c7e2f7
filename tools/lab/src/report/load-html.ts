import { htmlReport, type Machine, type Plot } from '@tickway/report';
import type { LoadReport, TransportReport } from '../load/load-report';
import { loadHead, loadRows } from '../load/load-table';

/** A load run as one HTML file. */
export const loadHtml = (report: LoadReport): string =>
  htmlReport({
    ...{ language: 'en', title: 'Tickway: load run' },
    intro: 'Virtual viewers on one transport after the other; what each cost and how late it was.',
    sections: [
      {
        title: `${report.options.viewers} viewers each, ${report.options.seconds} s each`,
        notes: report.warnings.map((warning) => ['To know before believing it.', warning] as const),
        tables: [{ title: 'By transport', head: loadHead, rows: loadRows(report) }],
        plots: [latencyPlot(report), costPlot(report)],
        about: `Measured ${report.date}, ${machineText(report.machine)}, seed ${report.seed}`,
        again: { label: 'Again', text: report.command },
      },
    ],
  });

/** A machine in a few words. */
export const machineText = ({ cores, processor, system, node }: Machine): string =>
  `on ${cores} × ${processor}, ${system}, Node ${node}`;

const latencyPlot = (report: LoadReport): Plot =>
  plotOf(report, {
    ...{ name: 'latency', title: 'Latency, from commit to arrival', y: 'ms' },
    series: [
      ['mean', ({ latencyMs }) => latencyMs?.mean],
      ['p99', ({ latencyMs }) => latencyMs?.p99],
    ],
  });

const costPlot = (report: LoadReport): Plot =>
  plotOf(report, {
    ...{ name: 'bytes', title: 'Bytes an update', y: 'bytes' },
    series: [
      ['payload', ({ bytesPerUpdate }) => bytesPerUpdate?.payload],
      ['overhead', ({ bytesPerUpdate }) => bytesPerUpdate?.overhead],
    ],
  });

interface Asked extends Pick<Plot, 'name' | 'title' | 'y'> {
  readonly series: readonly (readonly [
    label: string,
    read: (report: TransportReport) => number | undefined,
  ])[];
}

function plotOf({ transports }: LoadReport, { series, ...texts }: Asked): Plot {
  const all = Object.values(transports);
  return {
    ...{ ...texts, x: 'transport', names: Object.keys(transports) },
    series: series.map(([label, read]) => ({
      ...{ label, kind: 'dots' as const },
      points: all.flatMap((report, index) => {
        const value = read(report);
        return value === undefined ? [] : [[index, value] as const];
      }),
    })),
  };
}
