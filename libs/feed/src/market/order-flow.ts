import type { Random } from '../random';

/** 1: the one who came bought, -1: sold. */
export type Sign = 1 | -1;

const LONGEST = 400;
const TAIL = 1.5;

/** Of all trades, those that belong to the parent order of the time. */
const FROM_PARENT = 0.5;

/**
 * Who comes to trade. Big orders are worked in small pieces, some of them for hours: half the trades are
 * pieces of a running parent order, the others come from anyone. That gives signs their long memory.
 *
 * @see Lillo & Farmer 2004, "The long memory of the efficient market"
 */
export class OrderFlow {
  private parent: Sign = 1;
  private left = 0;

  constructor(private readonly random: Random) {}

  /** The sign of the next trade as those expect it who see the parent order at work. */
  expected(): number {
    if (this.left === 0) this.begin();
    return FROM_PARENT * this.parent;
  }

  /** The next trade. */
  next(): Sign {
    if (this.left === 0) this.begin();
    if (this.random() >= FROM_PARENT) return this.anyone();
    this.left--;
    return this.parent;
  }

  private begin(): void {
    this.parent = this.anyone();
    this.left = Math.min(LONGEST, Math.ceil(2 * (1 - this.random()) ** (-1 / TAIL)));
  }

  private anyone(): Sign {
    return this.random() < 0.5 ? 1 : -1;
  }
}
