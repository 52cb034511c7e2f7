import type { Key, Row, Update } from '@tickway/protocol';
import { applyUpdate, fullRow, locate, newRecord, rowSince, type KeyRecord, type Place } from './key-record';
import { RecencyList } from './recency-list';
import type { Held, Sight } from './sight';
import type { TopicDefinition } from './topic-definition';

/** What brings a receiver from one cursor to now: first the removals, then the rows. */
export interface Changes {
  readonly rows: readonly Row[];
  readonly removals: readonly Key[];
}

/**
 * A topic's latest value per key, with the offset at which each field last changed, so that "what
 * changed since offset c" is exact for any c without any memory per receiver.
 */
export class KeyedState {
  private readonly records = new Map<Key, KeyRecord>();
  private readonly order = new RecencyList();
  /** Ended keys, oldest first: kept until no reasonable cursor is older. */
  private readonly tombstones = new Set<KeyRecord>();
  /** A cursor before this offset may hold keys whose end is forgotten. */
  forgottenThrough = 0;

  constructor(
    private readonly cellOf: TopicDefinition['cellOf'],
    private readonly mostTombstones: number,
  ) {}

  /** Applies one update and returns its key's record. */
  apply(update: Update, place: Place): KeyRecord {
    const record = this.recordOf(update.key);
    applyUpdate(record, update, place);
    if (this.cellOf && !record.removed) locate(record, this.cellOf(record.fields));
    this.order.touch(record);
    this.bury(record);
    return record;
  }

  /** Everything that `sight` sees. */
  all(sight: Sight): readonly Row[] {
    return this.updated(0, sight.keys)
      .filter((record) => !record.removed && sight.sees(record))
      .map(fullRow);
  }

  /** What a receiver needs that took at `offset` with the filter `known` and now wants `sight`. */
  changes(offset: number, sight: Sight, known: Sight): Changes {
    const rows: Row[] = [];
    const removals: Key[] = [];
    const same = sight.id === known.id;
    for (const record of same ? this.updated(offset, sight.keys) : this.updated(0)) {
      const held = known.held(record, offset);
      const seen = !record.removed && sight.sees(record);
      if (seen) rows.push(...rowFor(record, offset, held));
      if (mayHold(record, offset, held) && (seen ? isReborn : hasLeft)(record, offset))
        removals.push(record.key);
    }
    return { rows, removals };
  }

  /**
   * The records with an update after `offset`, of `keys` or of all, oldest update first. Who wants a few keys of very
   * many does not walk past all others: the few are looked up as soon as that is less.
   */
  private updated(offset: number, keys?: ReadonlySet<Key>): readonly KeyRecord[] {
    const walked = this.order.since(offset, keys?.size);
    if (walked || !keys) return walked ?? [];
    const found = [...keys].flatMap((key) => this.records.get(key) ?? []);
    return found.filter((one) => one.offset > offset).sort((one, other) => one.offset - other.offset);
  }

  private recordOf(key: Key): KeyRecord {
    let record = this.records.get(key);
    if (!record) {
      record = newRecord(key);
      this.records.set(key, record);
    }
    return record;
  }

  private bury(record: KeyRecord): void {
    this.tombstones.delete(record);
    if (!record.removed) return;
    this.tombstones.add(record);
    for (const oldest of this.tombstones) {
      if (this.tombstones.size <= this.mostTombstones) return;
      this.forget(oldest);
    }
  }

  private forget(record: KeyRecord): void {
    this.tombstones.delete(record);
    this.records.delete(record.key);
    this.order.drop(record);
    this.forgottenThrough = record.offset;
  }
}

function rowFor(record: KeyRecord, offset: number, held: Held): readonly Row[] {
  if (held !== 'yes') return [fullRow(record)];
  return record.offset > offset ? [rowSince(record, offset)] : [];
}

/**
 * Whether a receiver may hold the key that was at `offset`, or took in between: then it may have got a key
 * that came after `offset` and ended, of whose place before its end nothing is remembered.
 */
function mayHold(record: KeyRecord, offset: number, held: Held): boolean {
  if (held !== 'no') return true;
  return record.whereabouts.since > offset && (record.removed || isReborn(record, offset));
}

/** Whether a receiver may hold a key that is seen with fields of a former life. */
const isReborn = (record: KeyRecord, offset: number) => record.reborn && record.since > offset;

/** Whether a receiver may hold a key that is seen no more: it left the sight, or ended after the offset. */
const hasLeft = (record: KeyRecord, offset: number) => !record.removed || record.offset > offset;
