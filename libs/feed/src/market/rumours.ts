import { exponential, type Random } from '../random';
import { bandWidth } from './price-bands';
import { SESSION_SECONDS } from './session';

const { abs, exp } = Math;

/** Rumours of a company in a session: far more than in any real market, so that those who watch see a halt now and then. */
const A_SESSION = 0.16;
/** How long the crowd runs after one. */
const RUN_SECONDS = 10;
/** Of the way it ran, what turns out to be true. */
const TRUE = 0.35;
/** How fast it gives up the rest, per second. */
const SOBERING = 1 - exp(-1 / 150);
/** Where it runs: so far beyond the bands at least, and further in the mean; in widths of a band. */
const BEYOND = { least: 0.3, more: 0.2 };
/** Variance that a deviation by the width of a band adds, in units of an ordinary second's. */
const UNREST = 4;

const WIDTH = bandWidth(0);

/**
 * Once in a long while a rumour makes the crowd run: within seconds the price is out of its bands. Then
 * it thinks, and most of that is taken back; so a halt does what it is for, and prices stay sane.
 */
export class Rumours {
  private waitSeconds: number;
  private runSeconds = 0;
  private stride = 0;
  /** What of the price is not true, as a log-return. */
  private untrue = 0;

  constructor(private readonly random: Random) {
    this.waitSeconds = exponential(random, SESSION_SECONDS / A_SESSION);
  }

  /** How much they add to the variance, on which haste and spreads depend. */
  get unrest(): number {
    return (UNREST * abs(this.untrue)) / WIDTH;
  }

  /** How the price moves in this second, as a log-return. */
  step(): number {
    if (--this.waitSeconds <= 0) this.begin();
    const run = this.runSeconds-- > 0 ? this.stride : 0;
    const back = SOBERING * this.untrue;
    this.untrue += (1 - TRUE) * run - back;
    return run - back;
  }

  private begin(): void {
    this.waitSeconds += exponential(this.random, SESSION_SECONDS / A_SESSION);
    const sign = this.random() < 0.5 ? 1 : -1;
    const way = 1 + BEYOND.least + exponential(this.random, BEYOND.more);
    this.runSeconds = RUN_SECONDS;
    this.stride = (sign * WIDTH * way) / RUN_SECONDS;
  }
}
