import type { Circumstances, Machine } from './circumstances';
import { verdictNames, type ClaimVerdict, type Finding, type FindingTable } from './finding';
import { plotScales, type Plot, type Series } from './plot';
import { shape } from './shape';

/** What an experiment is, without how it is done. */
export interface ExperimentText {
  readonly name: string;
  readonly title: string;
  /** Numbers of the claims that it is about. */
  readonly claims: readonly string[];
  readonly prediction: string;
  readonly method: string;
}

/** An experiment that was done: what it is, when and where, and what came of it. One file of the record. */
export interface Measurement extends ExperimentText {
  readonly about: Circumstances;
  readonly finding: Finding;
}

const { object, text, number, list, oneOf, maybe } = shape;

/**
 * Reads a measurement.
 *
 * @throws BadShape when it is none
 */
export function parseMeasurement(value: unknown): Measurement {
  const { name, title, claims, prediction, method, about, finding } = object(value);
  return {
    ...{ name: text(name), title: text(title), claims: list(claims, text) },
    ...{ prediction: text(prediction), method: text(method) },
    ...{ about: parseCircumstances(about), finding: parseFinding(finding) },
  };
}

/** Reads when and where something was measured. */
export function parseCircumstances(value: unknown): Circumstances {
  const { command, date, seed, scale, machine, loadBefore, loadAfter } = object(value);
  return {
    ...{ command: text(command), date: text(date), seed: number(seed), scale: number(scale) },
    ...{ machine: parseMachine(machine), loadBefore: number(loadBefore), loadAfter: number(loadAfter) },
  };
}

/** Reads what a machine is. */
export function parseMachine(value: unknown): Machine {
  const { processor, cores, memoryBytes, system, node } = object(value);
  return {
    ...{ processor: text(processor), cores: number(cores), memoryBytes: number(memoryBytes) },
    ...{ system: text(system), node: text(node) },
  };
}

/** Reads what came of an experiment; `raw` is for whoever made it. */
export function parseFinding(value: unknown): Finding {
  const { verdicts, tables, plots, raw } = object(value);
  return {
    verdicts: list(verdicts, parseVerdict),
    tables: list(tables, parseTable),
    plots: list(plots, parsePlot),
    raw,
  };
}

function parseVerdict(value: unknown): ClaimVerdict {
  const { claim, verdict, because, becauseKo } = object(value);
  return {
    ...{ claim: text(claim), verdict: oneOf(verdictNames, verdict) },
    ...{ because: text(because), becauseKo: text(becauseKo) },
  };
}

function parseTable(value: unknown): FindingTable {
  const { title, head, rows } = object(value);
  return { title: text(title), head: list(head, text), rows: list(rows, (row) => list(row, text)) };
}

function parsePlot(value: unknown): Plot {
  const { name, title, x, y, scale, names, series } = object(value);
  const [scaled, named] = [
    maybe(scale, (one) => oneOf(plotScales, one)),
    maybe(names, (all) => list(all, text)),
  ];
  return {
    ...{ name: text(name), title: text(title), x: text(x), y: text(y), series: list(series, parseSeries) },
    ...(scaled && { scale: scaled }),
    ...(named && { names: named }),
  };
}

function parseSeries(value: unknown): Series {
  const { label, kind, points, group } = object(value);
  const grouped = maybe(group, text);
  return {
    ...{ label: text(label), kind: oneOf(['line', 'dots'] as const, kind) },
    // A figure that is not a number is `null` in JSON: there is no such point.
    points: list(points, parsePoint).filter((point) => point !== undefined),
    ...(grouped !== undefined && { group: grouped }),
  };
}

function parsePoint(value: unknown): readonly [number, number] | undefined {
  const [x, y] = list(value, (part) => maybe(part, number));
  return x === undefined || y === undefined ? undefined : [x, y];
}
