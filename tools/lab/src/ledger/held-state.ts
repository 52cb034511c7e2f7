import type { Fields, Key, Received } from '@tickway/protocol';

/** What a viewer holds of a topic: the latest fields of each key, as its frames say. */
export class HeldState {
  readonly #fields = new Map<Key, Fields>();

  get(key: Key): Fields | undefined {
    return this.#fields.get(key);
  }

  entries(): Iterable<readonly [Key, Fields]> {
    return this.#fields;
  }

  apply(frame: Received): void {
    if (frame.type === 'snapshot') this.#fields.clear();
    if (frame.type === 'delta') for (const key of frame.removals) this.#fields.delete(key);
    if (!('rows' in frame)) return;
    for (const { key, fields } of frame.rows) this.#fields.set(key, { ...this.#fields.get(key), ...fields });
  }
}
