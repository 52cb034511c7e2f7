import type { Row } from '@tickway/protocol';
import type { KeyRecord } from './key-record';

interface Entry {
  readonly offset: number;
  readonly row: Row;
  /** The key's record, for the filter: an event is seen where its key is. */
  readonly record: KeyRecord;
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

  /** The rows after `offset` whose keys pass, in order. */
  since(offset: number, passes: (record: KeyRecord) => boolean): readonly Row[] {
    return this.entries
      .slice(this.indexAfter(offset))
      .filter(({ record }) => passes(record))
      .map(({ row }) => row);
  }

  /** Offsets rise by one, but for none missing: the place of the first entry beyond `offset`. */
  private indexAfter(offset: number): number {
    const oldest = this.entries[this.first];
    return oldest ? Math.max(this.first, this.first + offset - oldest.offset + 1) : this.first;
  }
}
