import {
  isRemoval,
  type Change,
  type Fields,
  type FieldValue,
  type Key,
  type Row,
  type Update,
} from '@tickway/protocol';
import { moved, nowhere, type Whereabouts } from './whereabouts';

/** What the hub holds of one key: its latest fields, and at which offset each of them last changed. */
export interface KeyRecord {
  readonly key: Key;
  fields: Fields;
  readonly fieldOffsets: Map<string, number>;
  /** Offset of the last update, and of the one before it. */
  offset: number;
  previousOffset: number;
  /** Offset at which the key began (again), and whether it had ended before. */
  since: number;
  reborn: boolean;
  revision: number;
  committedAt: number;
  at: number;
  removed: boolean;
  whereabouts: Whereabouts;
  /** Rows made since the last update: what it changed, and everything. Shared by all frames. */
  latestRow: Row | undefined;
  fullRow: Row | undefined;
  /** Neighbours in the order of offsets. */
  older: KeyRecord | undefined;
  newer: KeyRecord | undefined;
}

/** Where and when an update stands in its topic. */
export interface Place {
  readonly offset: number;
  readonly committedAt: number;
}

/** A key that has had no update yet. */
export const newRecord = (key: Key): KeyRecord => ({
  key,
  fields: {},
  fieldOffsets: new Map(),
  offset: 0,
  previousOffset: 0,
  since: 0,
  reborn: false,
  revision: 0,
  committedAt: 0,
  at: 0,
  removed: true,
  whereabouts: nowhere,
  latestRow: undefined,
  fullRow: undefined,
  older: undefined,
  newer: undefined,
});

/** Applies an update to its key's record. */
export function applyUpdate(record: KeyRecord, update: Update, place: Place): void {
  record.latestRow = record.fullRow = undefined;
  record.previousOffset = record.offset;
  record.offset = place.offset;
  record.committedAt = place.committedAt;
  record.at = update.at;
  if (isRemoval(update)) remove(record);
  else change(record, update);
}

/** Notes where a key is after an update; `cell` is undefined when it is nowhere. */
export function locate(record: KeyRecord, cell: string | undefined): void {
  record.whereabouts = moved(record.whereabouts, cell, record.offset);
}

/** The row that brings a receiver from `since` to now: the fields changed after it. */
export function rowSince(record: KeyRecord, since: number): Row {
  if (since < record.since) return fullRow(record);
  if (since >= record.previousOffset)
    return (record.latestRow ??= row(record, changedAfter(record, record.previousOffset)));
  return row(record, changedAfter(record, since));
}

/** The row that tells everything of a key. */
export const fullRow = (record: KeyRecord): Row => (record.fullRow ??= row(record, record.fields));

function remove(record: KeyRecord): void {
  record.removed = true;
  record.fields = {};
  record.fieldOffsets.clear();
}

function change(record: KeyRecord, update: Change): void {
  if (record.removed) {
    record.removed = false;
    record.since = record.offset;
    record.reborn = record.revision > 0;
  }
  record.revision++;
  const changed = Object.entries(update.fields).filter(([name, value]) => !same(record.fields[name], value));
  if (changed.length === 0) return;
  for (const [name] of changed) record.fieldOffsets.set(name, record.offset);
  record.fields = { ...record.fields, ...Object.fromEntries(changed) };
}

// Lists are compared by identity: a feed that sends a new list says that it changed.
const same = (held: FieldValue | undefined, value: FieldValue) => held === value;

function changedAfter(record: KeyRecord, offset: number): Fields {
  return Object.fromEntries(
    Object.entries(record.fields).filter(([name]) => (record.fieldOffsets.get(name) ?? 0) > offset),
  );
}

const row = ({ key, revision, committedAt, at }: KeyRecord, fields: Fields): Row => ({
  key,
  fields,
  revision,
  committedAt,
  at,
});
