import type { Key } from '@tickway/protocol';
import { rowMove } from './row-move';
import { symbolAt } from './symbol-at';

/** What keys do on the board. */
export interface BoardActs {
  /** The rows, as they stand. */
  readonly keys: () => readonly Key[];
  /** Whether a letter alone acts. */
  readonly singleKeys: () => boolean;
  readonly moveTo: (key: Key) => void;
  readonly open: (key: Key) => void;
  readonly star: (key: Key) => void;
  readonly pin: (key: Key | undefined) => void;
  readonly alert: (key: Key) => void;
  readonly group: () => void;
  readonly find: () => void;
  readonly clear: () => void;
  readonly showKeys: () => void;
}

/** What the board's keys do, as handlers that keep what they act on from the browser. */
export function boardKeys(acts: BoardActs) {
  const letters: Readonly<Record<string, ((key: Key) => void) | undefined>> = {
    ...{ w: acts.star, i: acts.pin, a: acts.alert },
    g: acts.group,
  };
  const actOf = (pressed: string) =>
    pressed === 'Enter' ? acts.open : acts.singleKeys() ? letters[pressed.toLowerCase()] : undefined;

  return {
    /** While a row has the focus. */
    pressOnRow(event: KeyboardEvent): void {
      const key = symbolAt(event);
      if (!key || isChord(event)) return;
      const to = rowMove(event.key, acts.keys(), key);
      const act = to === undefined ? actOf(event.key) : undefined;
      if (to !== undefined) acts.moveTo(to);
      else if (act) act(key);
      else return;
      event.preventDefault();
    },
    /** Wherever the focus is, unless somebody writes. */
    pressAnywhere(event: KeyboardEvent): void {
      if (event.key === 'Escape') acts.pin(undefined);
      if (!acts.singleKeys() || isChord(event) || isWriting(event)) return;
      if (event.key === '/') acts.find();
      else if (event.key === '?') acts.showKeys();
      else return;
      event.preventDefault();
    },
    /** From the search into the rows, or out of it. */
    leaveSearch(event: KeyboardEvent): void {
      const first = acts.keys()[0];
      if (event.key === 'Escape') acts.clear();
      else if (event.key === 'Enter' && first) acts.open(first);
      else if (event.key === 'ArrowDown' && first) acts.moveTo(first);
      else return;
      event.preventDefault();
    },
  };
}

const isChord = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey;

const isWriting = ({ target }: Event) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
