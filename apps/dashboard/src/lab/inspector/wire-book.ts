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

interface Connection {
  lane: WireLane;
  request?: ToldEvent;
}

/** What went over the wire, event by event, each known for whose it is, in bounded memory. */
export class WireBook {
  private readonly connections = new Map<number, Connection>();
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

  take({ oldest, next, events }: WireChapter): void {
    this.lost += Math.max(0, oldest - this.next);
    for (const event of events) this.add(event);
    this.next = next;
    if (this.kept.length > 1.2 * KEPT) this.kept = this.kept.slice(-KEPT);
  }

  /** Forgets what it holds, and goes on. */
  clear(): void {
    this.kept = [];
    this.sums.clear();
    this.lastAt.clear();
    this.lost = 0;
    this.beganAt = undefined;
  }

  private add(event: WireEvent): void {
    const connection = this.connectionOf(event);
    const { lane } = connection;
    const before = this.lastAt.get(lane);
    const told: ToldEvent = { ...event, lane, ...(before !== undefined && { gapMs: event.at - before }) };
    this.lastAt.set(lane, event.at);
    this.beganAt ??= event.at;
    this.kept.push(told);
    this.sum(told);
    this.join(connection, told);
  }

  /** A connection is used for one exchange after the other, each of its own lane. */
  private connectionOf(event: WireEvent): Connection {
    const known = this.connections.get(event.connection) ?? { lane: 'clock' };
    if (event.kind === 'request') known.lane = laneOf(event.text);
    this.connections.set(event.connection, known);
    if (event.kind === 'closed') this.connections.delete(event.connection);
    return known;
  }

  /** Tells a request when its answer came. */
  private join(connection: Connection, event: ToldEvent): void {
    const { request } = connection;
    if (event.kind === 'request') connection.request = event;
    if (!request) return;
    if (event.kind === 'answer') request.answeredAt = event.at;
    if (event.kind !== 'end' && event.kind !== 'closed') return;
    request.endedAt = event.at;
    delete connection.request;
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

/** By the address that is asked for. */
function laneOf(head: string): WireLane {
  const name = /^[A-Z]+ \/feed\/([a-z.-]+)/.exec(head)?.[1];
  return transportNames.find((transport) => transport === name) ?? 'clock';
}
