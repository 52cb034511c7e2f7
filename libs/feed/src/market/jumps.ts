import { exponential, normal, type Random } from '../random';
import { SESSION_SECONDS } from './session';

const MEAN_SECONDS = SESSION_SECONDS / 0.3;
const DEVIATION = 0.004;

/** News of one company: 0.3 a session, each moving the price by some 0.4 % at once. */
export class Jumps {
  private waitSeconds: number;

  constructor(private readonly random: Random) {
    this.waitSeconds = exponential(random, MEAN_SECONDS);
  }

  /** The jump in this second, as a log-return; nearly always 0. */
  step(): number {
    this.waitSeconds -= 1;
    if (this.waitSeconds > 0) return 0;
    this.waitSeconds += exponential(this.random, MEAN_SECONDS);
    return DEVIATION * normal(this.random);
  }
}
