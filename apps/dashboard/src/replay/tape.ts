import type { Timed } from './timed';

/** What is known of the past from a moment on, in order, until it is played. */
export class Tape {
  private told: readonly Timed[][] = [];
  private head = 0;

  constructor(
    /** Everything up to and with this time is on the tape or was, epoch ms of commit. */
    public reach: number,
  ) {}

  /** Rows that wait to be played. */
  rows = 0;

  /** When the next frame is due, epoch ms of commit; undefined when none waits. */
  get nextAt(): number | undefined {
    return this.told[0]?.[this.head]?.at;
  }

  /** Adds a page, which tells everything up to `reach`. */
  add(told: readonly Timed[], reach: number): void {
    if (told.length > 0) this.told = [...this.told, [...told]];
    for (const one of told) this.rows += rowsOf(one);
    this.reach = reach;
  }

  /** Takes off what is due at a time, in order. */
  *takeUntil(at: number): Generator<Timed> {
    for (;;) {
      const [page] = this.told;
      const one = page?.[this.head];
      if (!one || one.at > at) return;
      this.rows -= rowsOf(one);
      this.head++;
      if (this.head === page.length) [this.told, this.head] = [this.told.slice(1), 0];
      yield one;
    }
  }
}

const rowsOf = ({ frame }: Timed): number => (frame.type === 'gap' ? 0 : frame.rows.length);
