import { computed, inject, untracked } from '@angular/core';
import { injectAddressed } from '../address/inject-addressed';
import { Live } from '../live/live';
import { boardItems, sameItems } from './board-items';
import { BoardView } from './board-view';
import { inOrder, matches, orderIn, orderText } from './order';
import { QuoteBook } from './quote-book';
import { quoteLine } from './quote-line';
import { Watchlists } from './watchlists';

/** How often rows may change places, ms: faster than this nobody can follow a row with the eye. */
const SETTLE_MS = 1000;

/** How long a search must stand before the address says it, ms. */
const SEARCHED_MS = 400;

/** What stands on the board, in which order, and what was sought: order and search stand in the address. */
export function injectBoardList() {
  const [live, book, lists, view] = [inject(Live), inject(QuoteBook), inject(Watchlists), inject(BoardView)];
  const order = injectAddressed({
    read: (query) => orderIn(query.get('sort')),
    write: (wanted) => ({ sort: orderText(wanted) }),
  });
  const search = injectAddressed({
    read: (query) => query.get('find') ?? '',
    write: (text) => ({ find: text === '' ? null : text }),
    settleMs: SEARCHED_MS,
  });
  const members = computed(() => lists.active()?.symbols ?? book.keys());
  const settled = computed(() => Math.floor(live.time() / SETTLE_MS));
  /** The lines as they are at most once a second: an order by price must not run along with every tick. */
  const lines = () => {
    settled();
    const keys = members();
    return untracked(() =>
      keys.flatMap((key) => {
        const known = book.row(key);
        return (known && quoteLine(key, known)) ?? [];
      }),
    );
  };
  const items = computed(
    () => {
      const found = lines().filter((line) => matches(line, search()));
      return boardItems(inOrder(found, order()), view.grouped());
    },
    { equal: sameItems },
  );
  const keys = computed(() => items().flatMap((item) => (item.type === 'quote' ? [item.key] : [])));
  return { order, search, members, items, keys };
}
