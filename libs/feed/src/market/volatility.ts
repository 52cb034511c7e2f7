import { normal, type Random } from '../random';
import { SESSION_SECONDS } from './session';

const { exp, sqrt } = Math;

/** A mean-reverting walk's pull and push for a step of one second. */
const walk = (deviation: number, memorySeconds: number) => {
  const pull = exp(-1 / memorySeconds);
  return { deviation, pull, push: deviation * sqrt(1 - pull * pull) };
};

const FAST = walk(0.3, 20 * 60);
const SLOW = walk(0.35, 2 * SESSION_SECONDS);
/** Makes the mean square of the multiplier 1. */
const CENTRE = FAST.deviation ** 2 + SLOW.deviation ** 2;
/** Leverage: how a return's shock correlates with that of its own volatility. Falls frighten, rises calm. */
const LEVERAGE = -0.5;
const OWN = sqrt(1 - LEVERAGE ** 2);

/**
 * A stochastic multiplier of volatility: the exponential of two Ornstein-Uhlenbeck walks, so it is always
 * positive, and two time scales make its memory decay as slowly as that of real markets.
 *
 * The processes of this folder are classes with fields, not closures: they step some 60,000 times a
 * second, and engines keep numbers in fields unboxed.
 */
export class Volatility {
  /** The multiplier now; its mean square is 1. */
  level: number;
  private fast: number;
  private slow: number;

  constructor(private readonly random: Random) {
    this.fast = FAST.deviation * normal(random);
    this.slow = SLOW.deviation * normal(random);
    this.level = exp(this.fast + this.slow - CENTRE);
  }

  /** Goes on one second, given the standard normal shock of the return it belongs to. */
  step(shock: number): void {
    const lever = LEVERAGE * shock;
    this.fast = FAST.pull * this.fast + FAST.push * (lever + OWN * normal(this.random));
    this.slow = SLOW.pull * this.slow + SLOW.push * (lever + OWN * normal(this.random));
    this.level = exp(this.fast + this.slow - CENTRE);
  }
}
