import { effect, inject, type Signal, untracked } from '@angular/core';
import type { Key } from '@tickway/protocol';
import { Live } from '../live/live';
import { QuoteBook } from './quote-book';

/**
 * How long a symbol must be gone though it is asked for, ms: one that left the view and came back may be removed by the answer
 * to what was asked before.
 */
const GONE_MS = 1000;

/** What a board asks for. */
export interface EndedOptions {
  /** The keys asked for; absent for all. */
  readonly asked: Signal<readonly Key[] | undefined>;
  /** Whether all are asked for at this moment, so that those not told are no more. */
  readonly calling: Signal<boolean>;
}

/** Has the book forget symbols that ended: at once those asked for, and at the end of each roll call the others. */
export function injectEnded({ asked, calling }: EndedOptions): void {
  const [live, book] = [inject(Live), inject(QuoteBook)];
  const goneAt = new Map<Key, number>();
  const isHeld = (key: Key) => untracked(live.quotes.state)?.state.has(key) ?? false;
  effect(() => {
    const change = live.quotes.state();
    const now = untracked(live.time);
    for (const key of change?.removed ?? []) goneAt.set(key, now);
    for (const key of change?.changed ?? []) goneAt.delete(key);
  });
  effect(() => {
    const now = live.time();
    const wanted = untracked(asked);
    const due = [...goneAt].filter(([, at]) => now - at >= GONE_MS).map(([key]) => key);
    for (const key of due) goneAt.delete(key);
    book.drop(due.filter((key) => !isHeld(key) && (wanted?.includes(key) ?? true)));
  });
  let before: ReadonlySet<Key> | undefined;
  effect(() => {
    const held = untracked(live.quotes.keys);
    if (calling()) return void (before ??= new Set(held));
    // The call was answered if it brought any; on a connection that is cut, or slow, nobody is missed.
    const answered = held.some((key) => before?.has(key) === false) && untracked(live.health) === 'live';
    before = undefined;
    if (answered) book.drop(untracked(book.keys).filter((key) => !isHeld(key)));
  });
}
