import type { Key, Received, Row, Topic } from '@tickway/protocol';
import type { ClockEstimate } from './clock-estimate';
import type { Meter, MeterSnapshot } from './meter';
import { SlidingWindow } from './sliding-window';
import type { Traffic } from './transports/options';

const WINDOW_MS = 30_000;

/** What a meter is made of. */
export interface MeterOptions {
  readonly clock: ClockEstimate;
  /** This machine's time, epoch ms. */
  readonly now: () => number;
}

/** Measures what is delivered and what goes over the wire. Its memory is bounded by the number of keys. */
export class ConnectionMeter implements Meter, Traffic {
  private readonly latency = new SlidingWindow(WINDOW_MS);
  private readonly age = new SlidingWindow(WINDOW_MS);
  private readonly revisions = new Map<Topic, Map<Key, number>>();
  private readonly bytes = { received: 0, sent: 0 };
  private requests = 0;
  private frames = 0;
  private rows = 0;
  private merged = 0;

  constructor(private readonly options: MeterOptions) {}

  asked(): void {
    this.requests++;
  }

  received(bytes: number): void {
    this.bytes.received += bytes;
  }

  sent(bytes: number): void {
    this.bytes.sent += bytes;
  }

  /** Counts a delivered frame. A snapshot tells what is, not what has just happened, so its rows have no latency. */
  count(frame: Received): void {
    this.frames++;
    if (frame.type === 'gap') this.revisions.delete(frame.topic);
    if (frame.type !== 'snapshot' && frame.type !== 'delta') return;
    this.rows += frame.rows.length;
    const held = this.heldOf(frame.topic);
    if (frame.type === 'snapshot') return this.begin(frame.rows, held);
    for (const key of frame.removals) held.delete(key);
    this.measure(frame.rows, held);
  }

  snapshot(): MeterSnapshot {
    const readAt = this.options.now();
    const { offset } = this.options.clock;
    const latency = this.latency.percentiles(readAt);
    const age = this.age.percentiles(readAt);
    const { requests, frames, rows, merged } = this;
    return {
      readAt,
      ...(latency && { latency }),
      ...(age && { age }),
      bytes: { ...this.bytes },
      ...{ requests, frames, rows, merged },
      ...(offset && { clockOffsetMs: offset.offsetMs, clockErrorMs: offset.errorMs }),
    };
  }

  private measure(rows: readonly Row[], held: Map<Key, number>): void {
    const now = this.options.now();
    const serverNow = now + (this.options.clock.offset?.offsetMs ?? 0);
    for (const { key, revision, committedAt, at } of rows) {
      this.merged += Math.max(0, revision - 1 - (held.get(key) ?? revision));
      held.set(key, revision);
      this.latency.add(serverNow - committedAt, now);
      this.age.add(serverNow - at, now);
    }
  }

  private begin(rows: readonly Row[], held: Map<Key, number>): void {
    held.clear();
    for (const { key, revision } of rows) held.set(key, revision);
  }

  private heldOf(topic: Topic): Map<Key, number> {
    const held = this.revisions.get(topic) ?? new Map<Key, number>();
    this.revisions.set(topic, held);
    return held;
  }
}
