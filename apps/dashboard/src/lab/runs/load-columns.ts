import type { Formats } from '../../language/formats';
import type { LoadRow } from './load-result';
import type { RunTexts } from './texts/en';

/** A column of a load run's table: its name in the texts and in CSV, and its value for people and for programs. */
export interface LoadColumn {
  readonly name: keyof RunTexts['columns'];
  /** Columns of a CSV file: name with unit, and value. */
  readonly csv: readonly (readonly [name: string, read: (row: LoadRow) => number | string | undefined])[];
  readonly say: (row: LoadRow, formats: Formats) => string;
}

const time = (name: 'mean' | 'p50' | 'p95' | 'p99' | 'max'): LoadColumn => ({
  name,
  csv: [[`latency_${name}_ms`, ({ latency }) => latency?.[name]]],
  say: ({ latency }, { duration }) => duration(latency?.[name]),
});

/** A part of a byte counts where it is of each of many. */
const bytesEach = (bytes: number | undefined, { number }: Formats) =>
  bytes === undefined ? '–' : `${number(bytes)} B`;

/** The columns, in their order. */
export const loadColumns: readonly LoadColumn[] = [
  {
    name: 'transport',
    csv: [['transport', ({ transport }) => transport]],
    say: ({ transport }) => transport,
  },
  {
    name: 'delivered',
    csv: [
      ['viewers', ({ viewers }) => viewers],
      ['seconds', ({ seconds }) => seconds],
      ['delivered', ({ delivered }) => delivered],
    ],
    say: ({ delivered }, { count }) => count(delivered),
  },
  {
    name: 'whole',
    csv: [
      ['missing', ({ missing }) => missing],
      ['double', ({ doubled }) => doubled],
    ],
    say: ({ missing, doubled }, { count }) => `${count(missing)} / ${count(doubled)}`,
  },
  ...(['mean', 'p50', 'p95', 'p99', 'max'] as const).map(time),
  {
    name: 'age',
    csv: [['age_mean_ms', ({ ageMs }) => ageMs]],
    say: ({ ageMs }, { duration }) => duration(ageMs),
  },
  {
    name: 'payload',
    csv: [['payload_bytes_an_update', ({ payload }) => payload]],
    say: ({ payload }, formats) => bytesEach(payload, formats),
  },
  {
    name: 'overhead',
    csv: [['overhead_bytes_an_update', ({ overhead }) => overhead]],
    say: ({ overhead }, formats) => bytesEach(overhead, formats),
  },
  {
    name: 'requests',
    csv: [['requests_a_second', ({ requestsPerSecond }) => requestsPerSecond]],
    say: ({ requestsPerSecond }, { number }) => number(requestsPerSecond),
  },
  {
    name: 'cpu',
    csv: [['server_cpu_us_an_update', ({ serverCpuUs }) => serverCpuUs]],
    say: ({ serverCpuUs }, { number }) => (serverCpuUs === undefined ? '–' : `${number(serverCpuUs, 2)} µs`),
  },
  {
    name: 'memory',
    csv: [['memory_bytes_a_viewer', ({ memory }) => memory]],
    say: ({ memory }, { bytes }) => bytes(memory),
  },
  {
    name: 'busy',
    csv: [['generator_busy', ({ generatorBusy }) => generatorBusy]],
    say: ({ generatorBusy }, { percent }) => percent(generatorBusy),
  },
];
