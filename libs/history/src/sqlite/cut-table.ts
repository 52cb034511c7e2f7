import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { MOST_CUTS, withCut, type Cut } from '../cut';
import { numberIn } from './columns';

/** The cuts on disk. */
export class CutTable {
  private readonly newestFirst: StatementSync;
  private readonly put: StatementSync;
  private readonly drop: StatementSync;
  private readonly forget: StatementSync;

  constructor(database: DatabaseSync) {
    this.newestFirst = database.prepare(
      `SELECT begins, ends FROM cut ORDER BY begins DESC LIMIT ${String(MOST_CUTS)}`,
    );
    this.put = database.prepare('INSERT OR REPLACE INTO cut (begins, ends) VALUES (?, ?)');
    this.drop = database.prepare('DELETE FROM cut WHERE begins = ?');
    this.forget = database.prepare('DELETE FROM cut WHERE ends < ?');
  }

  /** The newest cuts, oldest first. */
  all(): readonly Cut[] {
    const rows = this.newestFirst.all();
    return rows.map((row) => ({ from: numberIn(row, 'begins'), to: numberIn(row, 'ends') })).reverse();
  }

  /** Adds the newest one, or joins it to the one before. */
  add(cut: Cut): void {
    const before = this.all().slice(-1);
    for (const { from } of before) this.drop.run(from);
    for (const { from, to } of withCut(before, cut)) this.put.run(from, to);
  }

  /** Forgets those that ended before `oldest`, epoch ms. */
  forgetBefore(oldest: number): void {
    this.forget.run(oldest);
  }
}
