import type { Address, ByteReader, Cancel, Clock } from '@tickway/gateway';
import { formatQuery, type Received, type Subscription, type Topic } from '@tickway/protocol';
import type { FrameMemo } from '../ledger/frame-memo';
import { Ledger, type Filters } from '../ledger/ledger';
import type { Tally } from '../ledger/tally';
import { ByteAccount, type BytePart } from '../wire/byte-account';
import type { ReadFrame } from '../wire/read-frame';
import type { Dial, Wire } from '../wire/wire';

/** How a transport is spoken over one connection: says what opens it and returns who reads what comes. */
export type Way = (viewer: Viewer) => ByteReader;

/** What the viewers of one run have in common. */
export interface ViewerSetting {
  readonly server: Address;
  readonly topics: readonly Topic[];
  /** @default all keys of each topic */
  readonly filters?: Filters;
  readonly way: Way;
  readonly clock: Clock;
  readonly dial: Dial;
  readonly memo: FrameMemo;
  readonly tally: Tally;
  /** Hears of each frame. */
  readonly seen?: (frame: Received) => void;
  /** Hears of each request. */
  readonly asked?: () => void;
  /** How long it waits before it comes back after a loss, ms. @default at chance, 250 to 500 */
  readonly comeBackMs?: () => number;
  /** Uniform in [0, 1): masks, phases, pauses before coming back. */
  readonly random: () => number;
}

const SHORTEST_RETRY_MS = 250;

/**
 * A virtual viewer: keeps a connection up, books every byte and every frame, and comes back with its cursors after a
 * loss. Leaner than the SDK and independent of it, so that each checks the other.
 */
export class Viewer {
  readonly account = new ByteAccount();
  readonly ledger: Ledger;
  requests = 0;
  connections = 0;
  /** Connections that ended without having been told to. */
  losses = 0;
  /** What could not be understood, first of all. */
  fault: string | undefined;
  #wire: Wire | undefined;
  #carriedBefore = 0;
  readonly #waiting = new Set<Cancel>();
  #open = false;

  constructor(readonly setting: ViewerSetting) {
    this.ledger = new Ledger(setting.topics, setting.tally, setting.filters);
  }

  open(): void {
    this.#open = true;
    this.reconnect();
  }

  close(): void {
    this.#open = false;
    this.#hangUp();
  }

  /** Bytes by the sockets' own counters: must be what the account says. */
  get carried(): number {
    return this.#carriedBefore + (this.#wire?.carried ?? 0);
  }

  /** Drops the connection, if there is one, and opens a new one. */
  reconnect(): void {
    this.#hangUp();
    this.connections++;
    // A way speaks at once, before there is a wire: what it says waits in `said`.
    const said: Buffer[] = [];
    this.#say = (bytes) => void said.push(bytes);
    const reader = this.setting.way(this);
    const wire = this.setting.dial(this.setting.server, this.#guarded(reader));
    this.#wire = wire;
    this.#say = (bytes) => wire.send(bytes);
    said.forEach((bytes) => wire.send(bytes));
  }

  /** Drops the connection for good reason and opens a new one `ms` later. */
  comeBack(ms: number): void {
    this.#hangUp();
    this.after(ms, () => this.reconnect());
  }

  /** Books a request that is about to be said. */
  countRequest(): void {
    this.requests++;
    this.setting.asked?.();
  }

  /** Says something. */
  send(part: BytePart, bytes: Buffer): void {
    this.account.add(part, bytes.length);
    this.#say(bytes);
  }

  /**
   * Takes the bytes of one frame.
   *
   * @throws Error when they are not one
   */
  receive(payload: Buffer, read?: ReadFrame): void {
    this.account.add('payload', payload.length);
    const { memo, clock, seen } = this.setting;
    // It is here; reading it is this program's business, not the way's.
    const arrivedAt = clock.now();
    const digest = memo.read(payload, read);
    this.ledger.take(digest, arrivedAt);
    seen?.(digest.frame);
  }

  /** Does `act` later, unless the connection of this moment is gone by then. */
  after(ms: number, act: () => void): void {
    const cancel = this.setting.clock.after(ms, () => {
      this.#waiting.delete(cancel);
      act();
    });
    this.#waiting.add(cancel);
  }

  subscriptions(): readonly Subscription[] {
    return this.ledger.subscriptions();
  }

  /** The wish of this moment as a query, with what the transport adds. */
  query(more: Readonly<Record<string, string>> = {}): string {
    const query = formatQuery(this.subscriptions());
    for (const [name, value] of Object.entries(more)) query.set(name, value);
    return query.toString();
  }

  #say: (bytes: Buffer) => void = () => undefined;

  #guarded(reader: ByteReader): ByteReader {
    return {
      add: (chunk) => {
        try {
          reader.add(chunk);
        } catch (error) {
          // Whatever came was not the protocol: a finding to be told, not the end of all other viewers.
          this.fault ??= error instanceof Error ? error.message : String(error);
          this.#lost();
        }
      },
      ended: () => {
        reader.ended();
        this.#lost();
      },
    };
  }

  #lost(): void {
    this.#hangUp();
    if (!this.#open) return;
    if (this.ledger.bye === undefined) this.losses++;
    const { comeBackMs = () => SHORTEST_RETRY_MS * (1 + this.setting.random()) } = this.setting;
    const wait = this.ledger.bye?.retryAfterMs ?? comeBackMs();
    this.ledger.bye = undefined;
    this.comeBack(wait);
  }

  #hangUp(): void {
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
    const wire = this.#wire;
    this.#wire = undefined;
    wire?.cut();
    this.#carriedBefore += wire?.carried ?? 0;
  }
}
