import type { TransportName } from '@tickway/protocol';
import type { Stats, TransportStats } from '@tickway/report';
import type { LaneTotals } from './lane-totals';

/** What the server's own books say of a transport during a race; all its viewers, not only this page. */
export interface WireTotals {
  /** Bytes on the sockets, server to viewers: headers, framing, handshakes included; TCP/IP and TLS not. */
  readonly written: number;
  /** The same from viewers to the server. */
  readonly read: number;
  readonly requests: number;
  readonly frames: number;
  readonly rows: number;
  /** Payload that this page received in the same time, bytes. */
  readonly payload: number;
  /** Held by the server now. */
  readonly open: number;
}

/** What passed between two readings. */
interface Passed {
  readonly now: TransportStats;
  readonly then: TransportStats;
  readonly payload: number;
}

const nothing: WireTotals = { written: 0, read: 0, requests: 0, frames: 0, rows: 0, payload: 0, open: 0 };

/** What this page counts, by transport. */
export type PageTotals = ReadonlyMap<TransportName, Pick<LaneTotals, 'received'>>;

/** Adds up what passes between readings of `/stats`, and leaves out what passes while the race pauses. */
export class WireBooks {
  private readonly totals = new Map<TransportName, WireTotals>();
  private before: { readonly stats: Stats; readonly page: PageTotals } | undefined;

  /** Takes a reading, and what the page counts at that moment; the first after a pause is where counting goes on from. */
  take(stats: Stats, page: PageTotals): void {
    const { before } = this;
    this.before = { stats, page };
    // A server that was started anew counts from zero: what lies between is not known.
    if (!before || stats.uptimeMs < before.stats.uptimeMs) return;
    const received = (totals: PageTotals, name: TransportName) => totals.get(name)?.received ?? 0;
    for (const [name, now] of stats.transports) {
      const then = before.stats.transports.get(name);
      if (then) this.add(name, { now, then, payload: received(page, name) - received(before.page, name) });
    }
  }

  private add(name: TransportName, { now, then, payload }: Passed): void {
    const total = this.totals.get(name) ?? nothing;
    this.totals.set(name, {
      written: total.written + now.bytesWritten - then.bytesWritten,
      read: total.read + now.bytesRead - then.bytesRead,
      requests: total.requests + now.requests - then.requests,
      frames: total.frames + now.frames - then.frames,
      rows: total.rows + now.rows - then.rows,
      payload: total.payload + payload,
      open: now.open,
    });
  }

  /** What passes until the next reading is not of the race. */
  pause(): void {
    this.before = undefined;
  }

  /** Of one transport; undefined before two readings. */
  of(name: TransportName): WireTotals | undefined {
    return this.totals.get(name);
  }

  clear(): void {
    this.totals.clear();
    this.before = undefined;
  }
}
