import { isKey, type Key } from '@tickway/protocol';

/** The symbol of the row in which something happened. */
export function symbolAt({ target }: Event): Key | undefined {
  const row = target instanceof Element ? target.closest('[data-symbol]') : null;
  const symbol = row?.getAttribute('data-symbol');
  return isKey(symbol) ? symbol : undefined;
}
