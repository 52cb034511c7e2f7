import type { Key } from '@tickway/protocol';

/**
 * Keys wanted now or lately: a key that left is kept `lingerMs` longer, so that scrolling to and fro does not
 * end and begin it each time.
 */
export function linger(lingerMs: number): (wanted: readonly Key[], now: number) => readonly Key[] {
  const wantedAt = new Map<Key, number>();
  return (wanted, now) => {
    for (const key of wanted) wantedAt.set(key, now);
    for (const [key, at] of wantedAt) if (now - at >= lingerMs) wantedAt.delete(key);
    return [...wantedAt.keys()].sort();
  };
}
