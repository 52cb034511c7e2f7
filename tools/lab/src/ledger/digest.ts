import type { Received, Row } from '@tickway/protocol';

/** A time, epoch ms, and how many rows have it. */
export type TimeCount = readonly [at: number, rows: number];

/** The running numbers (`id`) of the rows of an `every` topic. */
export interface RunningIds {
  readonly first: number;
  readonly last: number;
  /** Numbers left out between first and last. */
  readonly holes: number;
  /** Numbers that came again or late. */
  readonly doubles: number;
}

/** What the books need to know of a frame: made once, however many viewers get the same bytes. */
export interface Digest {
  readonly frame: Received;
  readonly rows: number;
  readonly commits: readonly TimeCount[];
  readonly sources: readonly TimeCount[];
  readonly ids?: RunningIds;
}

/** Reads off a frame what the books need. */
export function digest(frame: Received): Digest {
  const rows = 'rows' in frame ? frame.rows : [];
  const ids = runningIds(rows);
  return {
    frame,
    rows: rows.length,
    commits: countTimes(rows.map(({ committedAt }) => committedAt)),
    sources: countTimes(rows.map(({ at }) => at)),
    ...(ids && { ids }),
  };
}

function countTimes(times: readonly number[]): readonly TimeCount[] {
  const counts = new Map<number, number>();
  for (const time of times) counts.set(time, (counts.get(time) ?? 0) + 1);
  return [...counts];
}

function runningIds(rows: readonly Row[]): RunningIds | undefined {
  const ids = rows.map(({ fields }) => fields.id).filter((id) => typeof id === 'number');
  const [first] = ids;
  if (first === undefined || ids.length < rows.length) return undefined;
  return ids.slice(1).reduce(follow, { first, last: first, holes: 0, doubles: 0 });
}

function follow(run: RunningIds, id: number): RunningIds {
  if (id <= run.last) return { ...run, doubles: run.doubles + 1 };
  return { ...run, last: id, holes: run.holes + id - run.last - 1 };
}
