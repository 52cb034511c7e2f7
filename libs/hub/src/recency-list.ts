import type { KeyRecord } from './key-record';

/** Records in the order of their last update, newest first: a change costs O(1), a walk back what changed. */
export class RecencyList {
  private newest: KeyRecord | undefined;

  /** Puts a record in front, wherever it was. */
  touch(record: KeyRecord): void {
    if (record === this.newest) return;
    this.drop(record);
    record.older = this.newest;
    if (this.newest) this.newest.newer = record;
    this.newest = record;
  }

  /** Takes a record out. */
  drop(record: KeyRecord): void {
    if (record.newer) record.newer.older = record.older;
    else if (this.newest === record) this.newest = record.older;
    if (record.older) record.older.newer = record.newer;
    record.newer = record.older = undefined;
  }

  /** The records with an update after `offset`, oldest update first; undefined when they are more than `most`. */
  since(offset: number, most = Infinity): KeyRecord[] | undefined {
    const records: KeyRecord[] = [];
    for (let record = this.newest; record && record.offset > offset; record = record.older) {
      if (records.length === most) return undefined;
      records.push(record);
    }
    return records.reverse();
  }
}
