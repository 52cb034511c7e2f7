import { encodeFrame, parseCursor, stamp, type Cursor, type Topic } from '@tickway/protocol';
import type { Page, Stretch, TopicWish } from './history-store';
import { inOrder } from './in-order';
import { seesKeys, type KeySight } from './key-sight';
import type { Recorded } from './recorded';
import type { Shelf } from './shelf';

/** Rows looked at for each row of a page: a filter must not make one request read a whole day. */
const ROWS_SEEN = 40;

/** Tells one page of a stretch from a shelf. */
export function readPage(shelf: Shelf, stretch: Stretch): Page {
  const { begin, topics, to } = stretch;
  const after = 'at' in begin ? begin.at : begin.after;
  const page = new OpenPage(stretch.most);
  if ('at' in begin) for (const wish of topics) page.addState(shelf, wish, begin.at);
  const lanes = topics.map((wish) => withSight(shelf.recordsIn(wish.topic, after, to), seesKeys(wish.keys)));
  for (const { recorded, sight } of inOrder(lanes)) {
    if (page.endsBefore(recorded)) return page.closed(page.lastAt);
    page.add(recorded, sight);
  }
  return page.closed(undefined);
}

interface Seen {
  readonly at: number;
  readonly recorded: Recorded;
  readonly sight: KeySight;
}

function* withSight(records: Iterable<Recorded>, sight: KeySight): Generator<Seen> {
  for (const recorded of records) yield { at: recorded.at, recorded, sight };
}

class OpenPage {
  private readonly frames: string[] = [];
  private readonly cursors: Record<string, Cursor> = {};
  /** Where the receiver is by the frames told, which a filter may leave behind the cursors. */
  private readonly standing = new Map<Topic, Cursor>();
  private rows = 0;
  private seen = 0;
  lastAt: number | undefined;

  constructor(private readonly most: number) {}

  addState(shelf: Shelf, { topic, keys }: TopicWish, at: number): void {
    const state = shelf.stateAt(topic, at)?.snapshot();
    if (!state) return;
    const frame = seesKeys(keys).cut(state);
    this.frames.push(encodeFrame(frame) + stamp(at));
    this.cursors[topic] = frame.cursor;
    this.standing.set(topic, frame.cursor);
  }

  /** Whether the page is full, and the millisecond of its last record is over. */
  endsBefore({ at }: Recorded): boolean {
    return (
      this.lastAt !== undefined &&
      at > this.lastAt &&
      (this.rows >= this.most || this.seen >= this.most * ROWS_SEEN)
    );
  }

  add(recorded: Recorded, sight: KeySight): void {
    const { topic, cursor, at } = recorded;
    const from = this.standing.get(topic) ?? fromOf(recorded);
    const cut = sight.cutJson(recorded, from);
    if (cut) {
      this.frames.push(cut.json + stamp(at));
      this.rows += cut.rows;
    }
    this.standing.set(topic, cut ? cursor : from);
    this.seen += recorded.rows;
    this.lastAt = at;
    this.cursors[topic] = cursor;
  }

  closed(next: number | undefined): Page {
    return { frames: this.frames, next, cursors: this.cursors };
  }
}

/** Where a receiver is that has everything before the record. */
function fromOf({ json, cursor }: Recorded): Cursor {
  const [, from] = /^\{"type":"delta","topic":"[^"]+","from":"([^"]+)"/.exec(json) ?? [];
  return from === undefined ? cursor : parseCursor(from);
}
