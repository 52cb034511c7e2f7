import type { DeltaFrame, Key, Row } from '@tickway/protocol';
import { mergeRow } from './keyed-rows';

/**
 * Consecutive deltas of one topic as one, as the hub would have told a receiver that took only at the
 * end. Undefined for none.
 */
export function conflate(deltas: readonly DeltaFrame[]): DeltaFrame | undefined {
  const [first] = deltas;
  const last = deltas.at(-1);
  if (!first || !last || first === last) return first;
  const rows = new Map<Key, Row>();
  const removals = new Set<Key>();
  for (const delta of deltas) apply(delta, rows, removals);
  return { ...last, from: first.from, rows: [...rows.values()], removals: [...removals] };
}

function apply(delta: DeltaFrame, rows: Map<Key, Row>, removals: Set<Key>): void {
  for (const key of delta.removals) {
    rows.delete(key);
    removals.add(key);
  }
  for (const row of delta.rows) {
    const earlier = rows.get(row.key);
    rows.set(row.key, earlier ? mergeRow(earlier, row) : row);
  }
}
