/** How long a quote may stand at a band before trading pauses, and for how long it does. */
const LIMIT_SECONDS = 15;
const PAUSE_SECONDS = 300;

/**
 * Whether a company trades. When its quote has stood at a price band for 15 seconds, those who would
 * trade beyond get five minutes to think about it.
 */
export class Halt {
  private limitSeconds = 0;
  private pauseSeconds = 0;

  get state(): 'open' | 'halted' {
    return this.pauseSeconds > 0 ? 'halted' : 'open';
  }

  /** Counts one second of trading, at whose end the quote stood at a band or did not; whether a pause begins now. */
  watch(atBand: boolean): boolean {
    this.limitSeconds = atBand ? this.limitSeconds + 1 : 0;
    if (this.limitSeconds <= LIMIT_SECONDS) return false;
    this.limitSeconds = 0;
    this.pauseSeconds = PAUSE_SECONDS;
    return true;
  }

  /** Counts one second of a pause; whether that was the last. */
  wait(): boolean {
    return --this.pauseSeconds === 0;
  }

  /** Begins a session with everything as it should be. */
  clear(): void {
    this.limitSeconds = this.pauseSeconds = 0;
  }
}
