/** Several iterables, each in order of `at`, as one; what is left unread is closed. */
export function* inOrder<T extends { readonly at: number }>(lanes: readonly Iterable<T>[]): Generator<T> {
  const iterators = lanes.map((lane) => lane[Symbol.iterator]());
  try {
    const heads = iterators.map(next);
    for (;;) {
      const first = earliest(heads);
      const [head, iterator] = [heads[first], iterators[first]];
      if (!head || !iterator) return;
      yield head;
      heads[first] = next(iterator);
    }
  } finally {
    for (const iterator of iterators) iterator.return?.();
  }
}

function next<T>(iterator: Iterator<T>): T | undefined {
  const result = iterator.next();
  return result.done === true ? undefined : result.value;
}

/** Index of the earliest head, the first of equals; -1 when all lanes are at their end. */
function earliest(heads: readonly ({ readonly at: number } | undefined)[]): number {
  let found = -1;
  let least = Infinity;
  heads.forEach((head, index) => {
    if (head && (found < 0 || head.at < least)) [found, least] = [index, head.at];
  });
  return found;
}
