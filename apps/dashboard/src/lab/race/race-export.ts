import type { Topic } from '@tickway/protocol';
import type { Levers } from '../levers/levers';
import type { Lane } from './lane';
import type { LaneFigures, RaceFigures } from './race-figures';
import type { Stretch } from './time-ring';

/** What an export is made of. */
export interface RaceRecord {
  readonly figures: RaceFigures;
  readonly levers: Levers;
  /** The address that runs the same race again. */
  readonly address: string;
  /** As the browser names itself. */
  readonly browser: string;
  /** What starts the server's simulations, by feed; empty when no feed says. */
  readonly seeds: Readonly<Record<string, number>>;
}

const STRETCH_WINDOW_MS = 600_000;

/** A race as JSON: figures of all topics, and latency over the last ten minutes in stretches of a second. */
export function raceJson({ figures, levers, ...about }: RaceRecord, lanes: readonly Lane[]): string {
  const { startedAt, elapsedMs, readAt, clock, node } = figures;
  const head = {
    ...{ product: 'Tickway', ...about, levers, node, elapsedMs, clock },
    startedAt: startedAt === undefined ? null : new Date(startedAt).toISOString(),
    readAt: new Date(readAt).toISOString(),
    units: 'times in ms; bytes: payload as the SDK counts it, wire as the server’s sockets count it',
  };
  const one = (lane: LaneFigures) => ({
    ...lane,
    topics: Object.fromEntries(lane.topics),
    latencyOverTime: Object.fromEntries(
      levers.topics.map((topic) => [topic, stretchesOf(lane, { lanes, topic, readAt })]),
    ),
  });
  return JSON.stringify({ ...head, lanes: figures.lanes.map(one) }, null, 2);
}

interface Place {
  readonly lanes: readonly Lane[];
  readonly topic: Topic;
  readonly readAt: number;
}

function stretchesOf({ transport }: LaneFigures, { lanes, topic, readAt }: Place): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const books = lanes.find((lane) => lane.transport === transport)?.books.of(topic);
  books?.overTime
    .of(STRETCH_WINDOW_MS)
    .visit(readAt - STRETCH_WINDOW_MS, readAt, (stretch) => stretches.push(stretch));
  return stretches;
}

const columns: readonly (readonly [name: string, read: (lane: LaneFigures, topic: Topic) => unknown])[] = [
  ['transport', ({ transport }) => transport],
  ['topic', (_, topic) => topic],
  ['samples', (lane, topic) => lane.topics.get(topic)?.latency?.samples],
  ['latency_mean_ms', (lane, topic) => lane.topics.get(topic)?.latency?.mean],
  ['latency_p50_ms', (lane, topic) => lane.topics.get(topic)?.latency?.p50],
  ['latency_p95_ms', (lane, topic) => lane.topics.get(topic)?.latency?.p95],
  ['latency_p99_ms', (lane, topic) => lane.topics.get(topic)?.latency?.p99],
  ['latency_max_ms', (lane, topic) => lane.topics.get(topic)?.latency?.max],
  ['age_p50_ms', (lane, topic) => lane.topics.get(topic)?.age?.p50],
  ['age_p95_ms', (lane, topic) => lane.topics.get(topic)?.age?.p95],
  ['rows_all_topics', ({ totals }) => totals.rows],
  ['merged_all_topics', ({ totals }) => totals.merged],
  ['missing', ({ totals }) => totals.missing],
  ['double', ({ totals }) => totals.double],
  ['frames', ({ totals }) => totals.frames],
  ['requests', ({ totals }) => totals.requests],
  ['payload_bytes_received', ({ totals }) => totals.received],
  ['payload_bytes_sent', ({ totals }) => totals.sent],
  ['wire_bytes_written', ({ wire }) => wire?.written],
  ['wire_bytes_read', ({ wire }) => wire?.read],
  ['wire_rows', ({ wire }) => wire?.rows],
  ['payload_was_deflated', ({ deflated = false }) => (deflated ? 1 : 0)],
];

/** A race as CSV (RFC 4180): a line for each transport and topic; an empty field is a figure that is not there. */
export function raceCsv({ lanes }: RaceFigures, topics: readonly Topic[]): string {
  const lines = lanes.flatMap((lane) =>
    topics.map((topic) => columns.map(([, read]) => field(read(lane, topic)))),
  );
  return [columns.map(([name]) => name), ...lines].map((line) => `${line.join()}\r\n`).join('');
}

function field(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 1_000) / 1_000);
  return typeof value === 'string' ? value : '';
}
