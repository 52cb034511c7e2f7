import { normal, type Random } from '../random';

const { max, sqrt } = Math;

/** Of the way to its level that the spread goes in a second. */
const PULL = 1 / 60;
const PUSH = 0.1;

/** Half the distance between the best prices, cents: a square-root process (Cox, Ingersoll & Ross), so never negative. */
export class HalfSpread {
  cents: number;

  constructor(
    private readonly random: Random,
    private readonly ordinary: number,
  ) {
    this.cents = ordinary;
  }

  /** Goes on one second towards the level that `volatility` (1 is ordinary) asks of those who quote. */
  step(volatility: number): void {
    const level = this.ordinary * volatility;
    const push = PUSH * sqrt(this.cents) * normal(this.random);
    this.cents = max(0, this.cents + PULL * (level - this.cents) + push);
  }
}
