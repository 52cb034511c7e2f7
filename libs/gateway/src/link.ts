import type { Network } from './network/network';

/** Some bytes that arrive together. */
export interface Arrival {
  readonly bytes: number;
  /** When, ms, by the caller's clock. */
  readonly at: number;
}

/** What TCP carries at once over Ethernet, bytes. */
export const SEGMENT_BYTES = 1_448;

/** The shortest wait before Linux sends again what nobody acknowledged, ms, beyond the round trip. */
const RESEND_MS = 200;

/** So many later segments tell a sender at once that one is missing (RFC 5681 section 3.2). */
const DUPLICATES = 3;

/**
 * One direction of a line: says when bytes arrive that are handed over now. Pure arithmetic over its own state.
 *
 * Loss is modelled where a browser meets it, above TCP: a lost segment is late, never gone, and all behind it waits.
 * It comes one round trip late when three more follow it in the same write (fast retransmit), otherwise after
 * the sender's timeout, which doubles. The congestion window is not modelled, so a long transfer over a lossy
 * line is slower in truth.
 */
export class Link {
  #freeAt = -Infinity;
  #lastAt = -Infinity;
  #pulledFrom = Infinity;
  #pulledTo = -Infinity;

  constructor(
    private readonly network: () => Network,
    private readonly random: () => number,
  ) {}

  /** Nothing arrives that is sent in these `ms` from `now` on; the sender tries again, ever more seldom. */
  pull(now: number, ms: number): void {
    this.#pulledFrom = now;
    this.#pulledTo = now + ms;
  }

  /** Holds the line until `at`: it is being set up. */
  hold(at: number): void {
    this.#freeAt = Math.max(this.#freeAt, at);
  }

  /** When the bytes handed over at `now` arrive: in order, those of one moment together. */
  carry(bytes: number, now: number): readonly Arrival[] {
    const segments = Math.ceil(bytes / SEGMENT_BYTES);
    const arrivals: Arrival[] = [];
    for (let index = 0; index < segments; index++) {
      const size = Math.min(SEGMENT_BYTES, bytes - index * SEGMENT_BYTES);
      const at = this.#segment(size, { now, followers: segments - 1 - index });
      const last = arrivals.at(-1);
      if (last?.at === at) arrivals[arrivals.length - 1] = { at, bytes: last.bytes + size };
      else arrivals.push({ at, bytes: size });
    }
    return arrivals;
  }

  #segment(size: number, { now, followers }: { readonly now: number; readonly followers: number }): number {
    const { rttMs, jitterMs, kbitPerSecond } = this.network();
    const start = Math.max(now, this.#freeAt);
    this.#freeAt = kbitPerSecond === undefined ? start : start + (size * 8) / kbitPerSecond;
    const sent = this.#afterOutage(this.#freeAt);
    const at = sent + rttMs / 2 + this.random() * jitterMs + this.#lateness(followers);
    this.#lastAt = Math.max(this.#lastAt, at);
    return this.#lastAt;
  }

  #lateness(followers: number): number {
    const { rttMs, loss } = this.network();
    let late = 0;
    let timeout = rttMs + RESEND_MS;
    for (let quick = followers >= DUPLICATES; loss > 0 && this.random() < loss; quick = false) {
      late += quick ? rttMs : timeout;
      if (!quick) timeout *= 2;
    }
    return late;
  }

  #afterOutage(sent: number): number {
    let at = sent;
    let timeout = this.network().rttMs + RESEND_MS;
    while (at >= this.#pulledFrom && at < this.#pulledTo) {
      at += timeout;
      timeout *= 2;
    }
    return at;
  }
}
