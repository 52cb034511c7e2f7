import type { Topic } from '@tickway/protocol';
import type { Formats } from '../../language/formats';
import type { LabTexts } from '../texts/en';
import type { LaneFigures, RaceFigures } from './race-figures';

/** One line of the race's table. */
export interface FigureRow {
  readonly id: string;
  readonly name: string;
  /** What the figure means, in a sentence. */
  readonly hint?: string;
  /** One for each lane, in their order. */
  readonly values: readonly string[];
  /** Whether any of them is worth alarm. */
  readonly alarming?: boolean;
}

/** Lines that belong together. */
export interface FigureGroup {
  readonly name: string;
  readonly rows: readonly FigureRow[];
}

/** How to write a race's table. */
export interface Writing {
  readonly texts: LabTexts;
  readonly formats: Formats;
  /** Whose delays are shown. */
  readonly of: Topic;
}

/** The race's figures, line by line. */
export function figureGroups(figures: RaceFigures, writing: Writing): readonly FigureGroup[] {
  const { groups } = writing.texts.race;
  return [
    { name: groups.delay, rows: delayRows(figures, writing) },
    { name: groups.whole, rows: wholeRows(figures, writing) },
    { name: groups.page, rows: pageRows(figures, writing) },
    { name: groups.server, rows: serverRows(figures, writing) },
  ];
}

function delayRows({ lanes, readAt }: RaceFigures, { texts, formats, of }: Writing): readonly FigureRow[] {
  const { rows, hints } = texts.race;
  const each = (read: (lane: LaneFigures) => string) => lanes.map(read);
  const latency = (share: 'p50' | 'p95' | 'p99' | 'max') =>
    each((lane) => formats.duration(lane.topics.get(of)?.latency?.[share]));
  const latest = (lane: LaneFigures) => {
    const { lastAt = 0 } = lane.topics.get(of) ?? {};
    return formats.duration(lastAt === 0 ? undefined : Math.max(0, readAt - lastAt));
  };
  return [
    { id: 'p50', name: rows.p50, values: latency('p50') },
    { id: 'p95', name: rows.p95, values: latency('p95') },
    { id: 'p99', name: rows.p99, values: latency('p99') },
    { id: 'max', name: rows.max, values: latency('max') },
    {
      id: 'age',
      name: rows.age,
      hint: hints.age,
      values: each((lane) => formats.duration(lane.topics.get(of)?.age?.p50)),
    },
    {
      id: 'samples',
      name: rows.samples,
      values: each((lane) => formats.count(lane.topics.get(of)?.latency?.samples)),
    },
    { id: 'latest', name: rows.latest, values: each(latest) },
  ];
}

function wholeRows({ lanes }: RaceFigures, { texts, formats }: Writing): readonly FigureRow[] {
  const { rows, hints } = texts.race;
  return [
    { id: 'rows', name: rows.rows, values: lanes.map(({ totals }) => formats.count(totals.rows)) },
    {
      id: 'merged',
      name: rows.merged,
      hint: hints.merged,
      values: lanes.map(({ totals }) => formats.count(totals.merged)),
    },
    {
      id: 'missing',
      name: rows.missing,
      values: lanes.map(({ totals }) => `${formats.count(totals.missing)} / ${formats.count(totals.double)}`),
      alarming: lanes.some(({ totals }) => totals.missing + totals.double > 0),
    },
  ];
}

function pageRows({ lanes }: RaceFigures, { texts, formats }: Writing): readonly FigureRow[] {
  const { rows, hints } = texts.race;
  return [
    {
      id: 'payload',
      name: rows.payload,
      hint: hints.payload,
      values: lanes.map(({ totals }) => formats.bytes(totals.received)),
    },
    {
      id: 'payloadEach',
      name: rows.payloadEach,
      values: lanes.map((lane) => formats.bytes(payloadEach(lane))),
    },
    { id: 'frames', name: rows.frames, values: lanes.map(({ totals }) => formats.count(totals.frames)) },
    {
      id: 'requests',
      name: rows.requests,
      values: lanes.map(({ totals }) => formats.count(totals.requests)),
    },
    {
      id: 'opened',
      name: rows.opened,
      hint: hints.opened,
      values: lanes.map((lane) => formats.count(openedBy(lane))),
    },
  ];
}

function serverRows({ lanes }: RaceFigures, { texts, formats }: Writing): readonly FigureRow[] {
  const { rows, hints } = texts.race;
  return [
    {
      id: 'wire',
      name: rows.wire,
      hint: hints.wire,
      values: lanes.map(({ wire }) => formats.bytes(wire?.written)),
    },
    {
      id: 'wireUp',
      name: rows.wireUp,
      hint: hints.wireUp,
      values: lanes.map(({ wire }) => formats.bytes(wire?.read)),
    },
    { id: 'wireEach', name: rows.wireEach, values: lanes.map((lane) => formats.bytes(wireEach(lane))) },
    {
      id: 'wireShare',
      name: rows.wireShare,
      hint: hints.wireShare,
      values: lanes.map((lane) => formats.percent(wireShare(lane))),
    },
    {
      id: 'overhead',
      name: rows.overhead,
      hint: hints.overhead,
      values: lanes.map((lane) => formats.bytes(overheadEach(lane))),
    },
    {
      id: 'serverRequests',
      name: rows.serverRequests,
      values: lanes.map(({ wire }) => formats.count(wire?.requests)),
    },
  ];
}

/** Bytes of payload an update, merged ones not counted. */
export const payloadEach = ({ totals }: LaneFigures): number | undefined =>
  totals.rows > 0 ? totals.received / totals.rows : undefined;

/** Bytes that the server wrote an update, both by its own books. */
export const wireEach = ({ wire }: LaneFigures): number | undefined =>
  wire && wire.rows > 0 ? wire.written / wire.rows : undefined;

/** What the server wrote as a share of the payload as it is read here; unknown while it serves others by the same transport. */
export function wireShare(lane: LaneFigures): number | undefined {
  const { wire } = lane;
  if (!wire || wire.payload === 0 || servesOthers(lane)) return undefined;
  return wire.written / wire.payload;
}

/** Headers, framing and handshakes, bytes a frame; unknown when the payload is deflated, and while the server serves others by the same transport. */
export function overheadEach(lane: LaneFigures): number | undefined {
  const { wire, deflated = false } = lane;
  if (!wire || wire.frames === 0 || deflated || servesOthers(lane)) return undefined;
  return Math.max(0, wire.written - wire.payload) / wire.frames;
}

/** A socket is a connection of its own; of requests the browser tells. */
export function openedBy({ transport, totals, connections }: LaneFigures): number | undefined {
  const isSocket = transport === 'websocket' || transport === 'socket.io';
  return isSocket ? totals.requests : connections?.opened;
}

/** Transports that the server now serves to others besides this race. */
export const alsoServed = ({ lanes }: RaceFigures): readonly string[] =>
  lanes.filter(servesOthers).map(({ transport }) => transport);

const servesOthers = ({ wire, totals }: LaneFigures): boolean =>
  wire !== undefined && (wire.open > 1 || wire.requests > 1.1 * totals.requests + 5);
