import type { DatabaseSync } from 'node:sqlite';

/** Written into the file; another number is another program's or another version's file. */
const VERSION = 1;

const PAGE_BYTES = 4096;
/** Room beyond the size at which the oldest goes, for what comes before it is gone. */
const HEADROOM = 1.25;

// A chunk holds a topic's records in the order of ids. One that has a `state` (all keys before its first
// record; empty for a topic's first) begins a segment: from there the state at any time can be told, and
// before there everything may be forgotten. Stages: 0 as it came, 1 one chunk a segment, 2 thinned.
const tables = `
  CREATE TABLE chunk (
    id INTEGER PRIMARY KEY,
    topic TEXT NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    state BLOB,
    records BLOB NOT NULL
  );
  CREATE INDEX chunk_ends ON chunk (topic, ends);
  CREATE INDEX chunk_stage ON chunk (topic, stage);
  CREATE INDEX chunk_state ON chunk (topic, begins) WHERE state IS NOT NULL;
  CREATE TABLE bar (
    length INTEGER NOT NULL,
    key TEXT NOT NULL,
    start INTEGER NOT NULL,
    open REAL NOT NULL,
    high REAL NOT NULL,
    low REAL NOT NULL,
    close REAL NOT NULL,
    volume REAL NOT NULL,
    value REAL NOT NULL,
    trades INTEGER NOT NULL,
    PRIMARY KEY (length, key, start)
  ) WITHOUT ROWID;
  PRAGMA user_version = ${String(VERSION)};
`;

// Added to the files of before as well: programs that do not know of it pass it over.
const cuts = 'CREATE TABLE IF NOT EXISTS cut (begins INTEGER PRIMARY KEY, ends INTEGER NOT NULL)';

/**
 * Makes a database ready, new or not. One process at a time: a second one that would write into the
 * same past is refused by the lock. The file never grows over `mostBytes` and some headroom.
 */
export function prepare(database: DatabaseSync, mostBytes: number): void {
  const mostPages = Math.max(64, Math.ceil((mostBytes * HEADROOM) / PAGE_BYTES));
  database.exec(`
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA page_size = ${String(PAGE_BYTES)};
    PRAGMA auto_vacuum = INCREMENTAL;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA journal_size_limit = 16777216;
    PRAGMA max_page_count = ${String(mostPages)};
  `);
  const version = database.prepare('PRAGMA user_version').get()?.user_version;
  if (version === 0) database.exec(`BEGIN; ${tables} COMMIT;`);
  else if (version !== VERSION)
    throw new Error(`the file is of version ${String(version)}, this program writes ${String(VERSION)}`);
  database.exec(cuts);
}
