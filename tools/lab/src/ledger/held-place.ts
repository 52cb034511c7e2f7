import type { Cursor, DeltaFrame, Filter, GapFrame } from '@tickway/protocol';
import type { RunningIds } from './digest';

/**
 * Where one viewer is in one topic, and what it can prove missing or doubled: once by cursors and, where rows carry a
 * running number and no filter leaves some out, once more by that. The worse of the two counts.
 */
export class HeldPlace {
  cursor: Cursor | undefined;
  #lastId: number | undefined;
  readonly #byCursor = { missing: 0, doubled: 0 };
  readonly #byId = { missing: 0, doubled: 0 };
  /** Told by gap frames. */
  #lost = 0;
  gaps = 0;

  constructor(private readonly filter?: Filter) {}

  get missing(): number {
    return this.#lost + Math.max(this.#byCursor.missing, this.#byId.missing);
  }

  get doubled(): number {
    return Math.max(this.#byCursor.doubled, this.#byId.doubled);
  }

  snapshot(cursor: Cursor, ids: RunningIds | undefined): void {
    this.cursor = cursor;
    this.#lastId = ids?.last;
  }

  gap({ cursor, lost }: GapFrame): void {
    this.gaps++;
    this.#lost += lost ?? 0;
    this.cursor = cursor;
    this.#lastId = undefined;
  }

  /** Takes a delta; returns how many updates it merged away. */
  delta({ from, cursor, rows, removals }: DeltaFrame, ids: RunningIds | undefined): number {
    const held = this.cursor;
    this.cursor = cursor;
    if (held) this.#compare(held, from);
    // What a filter leaves out is neither missing nor merged.
    if (this.filter) return 0;
    if (ids) this.#follow(ids);
    return Math.max(0, cursor.offset - from.offset - rows.length - removals.length);
  }

  moveTo(cursor: Cursor): void {
    this.cursor = cursor;
  }

  #compare(held: Cursor, from: Cursor): void {
    if (held.epoch !== from.epoch) return;
    const jump = from.offset - held.offset;
    if (jump > 0) this.#byCursor.missing += jump;
    else this.#byCursor.doubled -= jump;
  }

  #follow({ first, last, holes, doubles }: RunningIds): void {
    const expected = this.#lastId === undefined ? first : this.#lastId + 1;
    this.#byId.missing += holes + Math.max(0, first - expected);
    this.#byId.doubled += doubles + Math.max(0, expected - first);
    this.#lastId = Math.max(last, this.#lastId ?? last);
  }
}
