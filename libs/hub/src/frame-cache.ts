import type { EncodedFrame } from './session';

/** Characters of JSON kept at most: requests with ever other filters must not fill the memory. */
const MOST_CHARACTERS = 16_000_000;

/** Encoded frames by standpoint, of one moment of a topic. */
export class FrameCache {
  private readonly frames = new Map<string, readonly EncodedFrame[]>();
  private characters = 0;

  /** The frames kept under `id`, made first if there are none. */
  get(id: string, make: () => readonly EncodedFrame[]): readonly EncodedFrame[] {
    const kept = this.frames.get(id);
    if (kept) return kept;
    const made = make();
    this.characters += id.length + made.reduce((sum, { json }) => sum + json.length, 0);
    if (this.characters > MOST_CHARACTERS) this.clear();
    this.frames.set(id, made);
    return made;
  }

  clear(): void {
    this.frames.clear();
    this.characters = 0;
  }
}
