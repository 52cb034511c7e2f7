/** Time that stands still while it is paused; `now` in ms of a clock that does not jump. */
export class StopWatch {
  private passed = 0;
  private since: number | undefined;

  constructor(private readonly now: () => number) {}

  get elapsedMs(): number {
    return this.passed + (this.since === undefined ? 0 : this.now() - this.since);
  }

  start(): void {
    this.since ??= this.now();
  }

  pause(): void {
    this.passed = this.elapsedMs;
    this.since = undefined;
  }

  clear(): void {
    this.passed = 0;
    if (this.since !== undefined) this.since = this.now();
  }
}
