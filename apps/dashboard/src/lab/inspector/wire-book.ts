import { transportNames, type TransportName } from '@tickway/protocol';
import type { WireChapter, WireEvent } from './wire-event';

/** Whose traffic it is: a transport's, or the questions after the server's time. */
export type WireLane = TransportName | 'clock';

/** All of them, in the order in which they are shown. */
export const wireLanes: readonly WireLane[] = [...transportNames, 'clock'];

/** An event, and whose it is. */
export interface ToldEvent extends WireEvent {
  readonly lane: WireLane;
  /** Since the event before it in the same lane, ms; absent for the first. */
  readonly gapMs?: number;
  /** Of a request: when its answer began and ended, epoch ms; absent while it has not. */
  answeredAt?: number;
  endedAt?: number;
}

/** What a lane has carried since the book was begun. */
export interface LaneSum {
  requests: number;
  /** Units of bodies and WebSocket frames, of both sides. */
  messages: number;
  framing: number;
  payload: number;
}

/** Events kept; older ones are forgotten. */
const KEPT = 6_000;

/** What went over the wire, event by event, each known for whose it is, in bounded memory. */
export class WireBook {
  /** By connection: the exchange that is underway, its request and its answer's head. */
  private readonly underway = new Map<number, ToldEvent[]>();
  private readonly lastAt = new Map<WireLane, number>();
  private kept: ToldEvent[] = [];
  readonly sums = new Map<WireLane, LaneSum>();
  /** Events that the gateway had forgotten before they could be asked for. */
  lost = 0;
  /** When the first event came that the sums hold, epoch ms; absent before any. */
  beganAt: number | undefined;
  /** Number of the event to ask for next. */
  next = 1;

  /** All that is kept, oldest first. */
  get events(): readonly ToldEvent[] {
    return this.kept;
  }

  /** Requests whose answers go on: sockets and streams among them. */
  get lasting(): readonly ToldEvent[] {
    return [...this.underway.values()].flatMap(([request]) => request ?? []);
  }

  take({ oldest, next, events }: WireChapter): void {
    const heads = events.filter(({ n }) => n < oldest);
    this.lost += Math.max(0, oldest - this.next - heads.length);
    for (const head of heads) this.add(head);
    // What lay between is lost: nobody knows how long before the next one it was.
    if (heads.length > 0) this.lastAt.clear();
    for (const event of events.slice(heads.length)) this.add(event);
    this.beganAt ??= events[heads.length]?.at;
    this.next = next;
    if (this.kept.length > 1.2 * KEPT) this.forget();
  }

  /** Forgets what it holds, and goes on. */
  clear(): void {
    this.kept = [];
    this.sums.clear();
    this.lastAt.clear();
    this.lost = 0;
    this.beganAt = undefined;
  }

  /** Heads of what is underway are kept, however old: a socket's handshake, a stream's beginning. */
  private forget(): void {
    const underway = new Set([...this.underway.values()].flat());
    this.kept = [
      ...this.kept.slice(0, -KEPT).filter((event) => underway.has(event)),
      ...this.kept.slice(-KEPT),
    ];
  }

  private add(event: WireEvent): void {
    const lane = laneOf(event.path);
    const before = this.lastAt.get(lane);
    const told: ToldEvent = { ...event, lane, ...(before !== undefined && { gapMs: event.at - before }) };
    this.lastAt.set(lane, event.at);
    this.kept.push(told);
    this.sum(told);
    this.join(told);
  }

  /** Tells a request when its answer came. */
  private join(event: ToldEvent): void {
    const { connection, kind, at } = event;
    const [request] = this.underway.get(connection) ?? [];
    if (kind === 'request') this.underway.set(connection, [event]);
    if (!request) return;
    if (kind === 'answer') {
      request.answeredAt = at;
      this.underway.set(connection, [request, event]);
    }
    if (kind !== 'end' && kind !== 'closed') return;
    request.endedAt = at;
    this.underway.delete(connection);
  }

  private sum({ lane, kind, framing, payload }: ToldEvent): void {
    const sum = this.sums.get(lane) ?? { requests: 0, messages: 0, framing: 0, payload: 0 };
    if (kind === 'request') sum.requests++;
    if (kind === 'unit' || kind === 'frame') sum.messages++;
    sum.framing += framing;
    sum.payload += payload;
    this.sums.set(lane, sum);
  }
}

/** By the address that was asked for. */
function laneOf(path: string): WireLane {
  const name = /^\/feed\/([^/]+)/.exec(path)?.[1];
  return transportNames.find((transport) => transport === name) ?? 'clock';
}
