import type { Plot } from '@tickway/report';
import { cpuSeconds, PUBLISHED, type HeldFigures, type Memory } from './held-figures';
import { fixed } from './ratio';

const kB = (bytes: number | undefined) => fixed(bytes === undefined ? undefined : bytes / 1_000);

export const connectionTable = ({
  viewers,
  idle,
  after,
  idleShare,
  aloneShare,
  connectCpuMs,
}: HeldFigures) => ({
  title: `A connection, of ${viewers}`,
  head: [
    'when',
    'resident kB',
    'heap kB',
    'kernel slab kB, both ends',
    'kernel buffers kB, both ends',
    'server CPU, % of a core',
  ],
  rows: [
    ['idle', ...memoryCells(idle), fixed(idleShare * 100)],
    ['after the speaking', ...memoryCells(after), '–'],
    ['no viewers', '–', '–', '–', '–', fixed(aloneShare * 100)],
    ['coming, CPU ms each', '–', '–', '–', '–', fixed(connectCpuMs, 2)],
    ['busy, as published', kB(PUBLISHED.bytes), '–', '–', '–', '–'],
    [
      'idle, as published',
      kB(PUBLISHED.idleBytes),
      '–',
      '4',
      '–',
      fixed(PUBLISHED.idleShare * viewers * 100),
    ],
  ],
});

const memoryCells = ({ residentBytes, heapBytes, kernel }: Memory) =>
  [residentBytes, heapBytes, kernel?.slabBytes, kernel?.bufferBytes].map(kB);

export const deliveryTable = ({ steady, churned }: HeldFigures) => ({
  title: 'Deliveries',
  head: [
    'when',
    'a second',
    'new connections a minute',
    'frame B',
    'server CPU-s a million',
    'from the source p50',
    'p99',
    'at most, ms',
    'from the commit p50',
    'p99 ms',
    'generator busy %',
  ],
  rows: (
    [
      ['steady', steady],
      ['churn', churned],
    ] as const
  ).map(([name, phase]) => [
    name,
    fixed(phase.delivered / phase.seconds, 0),
    fixed(phase.reconnects / (phase.seconds / 60), 0),
    fixed(phase.payloadBytes / phase.delivered, 0),
    fixed(cpuSeconds(phase)),
    ...[phase.ageMs.p50, phase.ageMs.p99, phase.ageMs.max].map((ms) => fixed(ms, 0)),
    ...[phase.latencyMs.p50, phase.latencyMs.p99].map((ms) => fixed(ms, 0)),
    fixed(phase.generatorBusy * 100, 0),
  ]),
});

export const memoryPlot = ({ idle, after, viewers }: HeldFigures): Plot => ({
  ...{ name: 'ten-thousand-memory', title: `Memory of a connection, of ${viewers}`, x: '', y: 'kB' },
  names: ['idle, resident', 'after, resident', 'after, heap in use'],
  series: [
    {
      ...{ label: 'published (d-7 idle, d-6 busy)', kind: 'line' },
      points: [PUBLISHED.idleBytes, PUBLISHED.bytes].map((bytes, i) => [i, bytes / 1_000] as const),
    },
    {
      ...{ label: 'measured', kind: 'dots' },
      points: [idle.residentBytes, after.residentBytes, after.heapBytes].map(
        (bytes, i) => [i, bytes / 1_000] as const,
      ),
    },
  ],
});

export const cpuPlot = ({ steady, churned }: HeldFigures): Plot => ({
  ...{ name: 'ten-thousand-cpu', title: 'CPU of a million deliveries', x: '', y: 'CPU-seconds' },
  names: ['steady', 'with churn'],
  series: [
    { label: 'published (d-6, with churn)', kind: 'line', points: [[1, PUBLISHED.cpuSeconds]] },
    {
      ...{ label: 'measured', kind: 'dots' },
      points: [steady, churned].map((phase, i) => [i, cpuSeconds(phase)] as const),
    },
  ],
});
