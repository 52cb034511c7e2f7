import type { Digest } from './digest';
import { Histogram } from './histogram';

/** What all viewers of one run got while it was measured. */
export class Tally {
  /** From the hub's commit to arrival, each row, ms. */
  readonly latency = new Histogram();
  /** From the source to arrival, each row, ms. */
  readonly age = new Histogram();
  /** From an answer's arrival to the next question's leaving, of transports that ask, ms. */
  readonly turnaround = new Histogram();
  measuring = false;
  delivered = 0;
  /** Updates merged into those delivered, on `latest` topics. */
  merged = 0;
  frames = 0;
  heartbeats = 0;

  /** Forgets what was counted, for another measurement of the same viewers. */
  clear(): void {
    this.latency.clear();
    this.age.clear();
    this.turnaround.clear();
    this.delivered = this.merged = this.frames = this.heartbeats = 0;
  }

  /** A delta that came at `now`, epoch ms by the server's clock. */
  delta({ rows, commits, sources }: Digest, merged: number, now: number): void {
    if (!this.measuring) return;
    this.frames++;
    this.delivered += rows;
    this.merged += merged;
    for (const [at, count] of commits) this.latency.record(now - at, count);
    for (const [at, count] of sources) this.age.record(now - at, count);
  }

  /** A question that left `ms` after the answer before it had come. */
  asked(ms: number): void {
    if (this.measuring) this.turnaround.record(ms);
  }

  heartbeat(): void {
    if (this.measuring) this.heartbeats++;
  }
}
