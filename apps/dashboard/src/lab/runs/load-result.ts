import { parseMachine, shape, type Machine } from '@tickway/report';

/** What one transport did and cost; times in ms. */
export interface LoadRow {
  readonly transport: string;
  readonly viewers: number;
  readonly delivered: number;
  readonly missing: number;
  readonly doubled: number;
  readonly latency?: {
    readonly mean: number;
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly max: number;
  };
  readonly ageMs?: number;
  /** Bytes an update. */
  readonly payload?: number;
  /** Bytes an update: framing and repeated headers. */
  readonly overhead?: number;
  readonly requestsPerSecond: number;
  /** µs an update. */
  readonly serverCpuUs?: number;
  /** Bytes a viewer. */
  readonly memory: number;
  /** Share of the time. */
  readonly generatorBusy: number;
  readonly seconds: number;
}

/** What a load run found. */
export interface LoadResult {
  readonly command: string;
  /** ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly seed: number;
  readonly rows: readonly LoadRow[];
  /** In the lab's words. */
  readonly warnings: readonly string[];
}

const { object, text, number, list, maybe } = shape;

/**
 * Reads what `lab load --json` prints.
 *
 * @throws BadShape when it is something else
 */
export function parseLoadResult(value: unknown): LoadResult {
  const { command, date, machine, seed, transports, warnings } = object(value);
  return {
    ...{ command: text(command), date: text(date), machine: parseMachine(machine), seed: number(seed) },
    rows: Object.entries(object(transports)).map(([transport, report]) => rowOf(transport, object(report))),
    warnings: list(warnings, text),
  };
}

function rowOf(transport: string, report: Readonly<Record<string, unknown>>): LoadRow {
  const [bytes, latency] = [maybe(report.bytesPerUpdate, object), maybe(report.latencyMs, spreadOf)];
  const [ageMs, serverCpuUs] = [maybe(report.ageMs, number), maybe(report.serverCpuUsPerUpdate, number)];
  return {
    ...{ transport, viewers: number(report.viewers), delivered: number(report.delivered) },
    ...{ missing: number(report.missing), doubled: number(report.doubled) },
    ...(latency && { latency }),
    ...(ageMs !== undefined && { ageMs }),
    ...(bytes && { payload: number(bytes.payload), overhead: number(bytes.overhead) }),
    requestsPerSecond: number(report.requestsPerSecond),
    ...(serverCpuUs !== undefined && { serverCpuUs }),
    ...{ memory: number(report.bytesOfMemoryPerViewer), generatorBusy: number(report.generatorBusy) },
    seconds: number(report.seconds),
  };
}

function spreadOf(value: unknown) {
  const { mean, p50, p95, p99, max } = object(value);
  return { mean: number(mean), p50: number(p50), p95: number(p95), p99: number(p99), max: number(max) };
}
