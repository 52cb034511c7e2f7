import type { Row } from '@tickway/protocol';
import { AnswerRing } from './answer-ring';
import { Histogram } from './histogram';
import type { TopicFigures } from './race-figures';
import { TimeRings } from './time-rings';

/** What one transport did with the updates of one topic. */
export class TopicBooks {
  /** From the hub's commit to arrival here, ms. */
  readonly latency = new Histogram();
  /** From the source to arrival here, ms. */
  readonly age = new Histogram();
  /** Latency over the time of the commit, ms. */
  readonly overTime = new TimeRings();
  readonly answers = new AnswerRing();
  /** When the latest sample was taken, epoch ms, server clock; 0 before the first. */
  lastAt = 0;

  /** Books the rows of a delta that came at `now`, epoch ms, server clock. */
  take(rows: readonly Row[], now: number): void {
    if (rows.length === 0) return;
    let [sum, max] = [0, 0];
    for (const { at, committedAt } of rows) {
      const latencyMs = now - committedAt;
      this.latency.add(latencyMs);
      this.age.add(now - at);
      this.overTime.add(committedAt, latencyMs);
      sum += latencyMs;
      max = Math.max(max, latencyMs);
    }
    this.answers.add({ at: now, meanMs: sum / rows.length, maxMs: max });
    this.lastAt = now;
  }

  /** What was measured so far. */
  figures(): TopicFigures {
    const [latency, age] = [this.latency.spread(), this.age.spread()];
    return { lastAt: this.lastAt, ...(latency && { latency }), ...(age && { age }) };
  }

  clear(): void {
    for (const kept of [this.latency, this.age, this.overTime, this.answers]) kept.clear();
    this.lastAt = 0;
  }
}
