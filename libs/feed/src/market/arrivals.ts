import { exponential, type Random } from '../random';

const { exp, log, min } = Math;

/** The wait for what does not happen. */
export const NEVER = Infinity;

/** Trades that one trade brings about, in the mean; below 1, or they would never end. */
const BRANCHING = 0.65;
/** How fast the excitement dies, per second. */
const DECAY = 0.25;

/** Of all trades, those that no earlier one brought about. */
export const SPONTANEOUS = 1 - BRANCHING;

const FULL_SECOND = exp(-DECAY);

/**
 * When trades happen: a Hawkes process with an exponential kernel, so trades come in bursts.
 *
 * Two clocks compete, one for the base rate and one for the excitement. Each holds the area under its
 * rate that is left until it rings; both areas have closed forms, so the process is exact (no thinning)
 * and a second without trades costs no random number.
 *
 * @see Bacry & Muzy et al. 2011, arXiv 1112.1838
 */
export class Arrivals {
  /** The rate that earlier trades add now, per second. */
  private excitement = 0;
  private baseLeft: number;
  private excitedLeft: number;

  constructor(private readonly random: Random) {
    this.baseLeft = exponential(random, 1);
    this.excitedLeft = exponential(random, 1);
  }

  /** Seconds from now to the next trade, and goes there; {@link NEVER}, and goes on by `within`, when none is so near. */
  next(base: number, within: number): number {
    const decay = within === 1 ? FULL_SECOND : exp(-DECAY * within);
    const excited = (this.excitement * (1 - decay)) / DECAY;
    if (base * within < this.baseLeft && excited < this.excitedLeft) {
      this.pass(base * within, excited, decay);
      return NEVER;
    }
    return this.ring(base);
  }

  private ring(base: number): number {
    const byBase = this.baseLeft / base;
    const used = (DECAY * this.excitedLeft) / this.excitement;
    const byExcitement = used < 1 ? -log(1 - used) / DECAY : NEVER;
    const wait = min(byBase, byExcitement);
    const decay = exp(-DECAY * wait);
    this.pass(base * wait, (this.excitement * (1 - decay)) / DECAY, decay);
    if (byBase < byExcitement) this.baseLeft = exponential(this.random, 1);
    else this.excitedLeft = exponential(this.random, 1);
    this.excitement += BRANCHING * DECAY;
    return wait;
  }

  private pass(base: number, excited: number, decay: number): void {
    this.baseLeft -= base;
    this.excitedLeft -= excited;
    this.excitement *= decay;
  }
}
