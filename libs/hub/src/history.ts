import type { Key, Row } from '@tickway/protocol';
import type { KeyRecord } from './key-record';
import type { Changes } from './keyed-state';

interface Entry {
  readonly offset: number;
  /** Absent: the key ended. */
  readonly row?: Row;
  /** The key's record, for the filter: an event is seen where its key is. */
  readonly record: KeyRecord;
}

/** Changes that one delta can tell, for its removals come before its rows. */
export interface Run extends Changes {
  /** Offset of the last of them. */
  readonly through: number;
}

/** The last updates of an `every` topic, one by one, bounded by count. */
export class History {
  private entries: Entry[] = [];
  /** Index of the first entry still kept; the room before it is given back in one go. */
  private first = 0;
  /** A cursor before this offset has lost updates. */
  forgottenThrough = 0;

  constructor(private readonly most: number) {}

  add(entry: Entry): void {
    this.entries.push(entry);
    if (this.entries.length - this.first <= this.most) return;
    this.forgottenThrough = this.entries[this.first]?.offset ?? this.forgottenThrough;
    this.first++;
    if (this.first >= this.most) {
      this.entries = this.entries.slice(this.first);
      this.first = 0;
    }
  }

  /** What came after `offset` of keys that pass, in order. */
  since(offset: number, passes: (record: KeyRecord) => boolean): readonly Run[] {
    return runsOf(this.entries.slice(this.indexAfter(offset)).filter(({ record }) => passes(record)));
  }

  /** Offsets rise by one, none missing: the place of the first entry beyond `offset`. */
  private indexAfter(offset: number): number {
    const oldest = this.entries[this.first];
    return oldest ? Math.max(this.first, this.first + offset - oldest.offset + 1) : this.first;
  }
}

function runsOf(entries: readonly Entry[]): readonly Run[] {
  const runs: { rows: Row[]; removals: Key[]; through: number }[] = [];
  for (const { offset, row, record } of entries) {
    let run = runs.at(-1);
    if (!run || (!row && run.rows.length > 0)) runs.push((run = { rows: [], removals: [], through: offset }));
    if (row) run.rows.push(row);
    else run.removals.push(record.key);
    run.through = offset;
  }
  return runs;
}
