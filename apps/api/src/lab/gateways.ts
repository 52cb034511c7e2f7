import {
  Gateway,
  WireLog,
  type Clock,
  type GatewayTraffic,
  type Network,
  type WireChapter,
} from '@tickway/gateway';
import { FeedError } from '@tickway/protocol';
import type { Socket } from 'node:net';
import { GuestEntrance } from './guest-entrance';

/** Gateways open at once. */
export const MOST_GATEWAYS = 8;

/** How long a gateway lives after it was last asked for, ms. */
export const GATEWAY_LIFETIME_MS = 600_000;

const MOST_CONNECTIONS = 200;

/** What the gateways of a server need of it. */
export interface GatewaysOptions {
  /** Address to listen on. */
  readonly host: string;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** A new name that nobody can guess. */
  readonly newId: () => string;
  /** Lets a connection into the server. */
  readonly enter: (socket: Socket) => void;
}

/** For whom a gateway is made. */
export interface Guest {
  /** Of the page; absent: a program, no page. */
  readonly origin?: string;
  /** The name by which it reaches this machine. */
  readonly hostName: string;
}

/** A gateway as it is told. */
export interface GatewayState {
  readonly id: string;
  readonly origin: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly network: Network;
  readonly traffic: GatewayTraffic;
}

interface Held {
  readonly id: string;
  readonly gateway: Gateway;
  readonly entrance: GuestEntrance;
  readonly log: WireLog;
  readonly hostName: string;
  expiresAt: number;
  forget: () => void;
}

/** The ways with faults to this server, one a viewer: made, changed, forgotten in time. */
export class Gateways {
  private readonly held = new Map<string, Held>();
  private readonly guests = new WeakMap<Socket, Guest>();
  private opening = 0;
  private closed = false;

  constructor(private readonly options: GatewaysOptions) {}

  /** @throws FeedError `over_capacity` when {@link MOST_GATEWAYS} are open */
  async open(guest: Guest, network: Network): Promise<GatewayState> {
    if (this.closed) throw new FeedError('shutdown');
    if (this.held.size + this.opening >= MOST_GATEWAYS)
      throw new FeedError('over_capacity', `${MOST_GATEWAYS} gateways are open: close one, or wait`);
    this.opening++;
    try {
      const opened = await this.listen(guest, network);
      return this.state(this.keep(opened, guest));
    } finally {
      this.opening--;
    }
  }

  /** @throws FeedError `not_found` when there is none of that name (any more) */
  renew(id: string): GatewayState {
    const held = this.of(id);
    this.setExpiry(held);
    return this.state(held);
  }

  /** Sets all that lies between, anew. */
  set(id: string, network: Network): GatewayState {
    this.of(id).gateway.network = network;
    return this.renew(id);
  }

  /** Pulls the cable for `ms`. */
  pull(id: string, ms: number): void {
    this.of(id).gateway.pull(ms);
  }

  /** Ends every connection without a word. */
  cut(id: string): void {
    this.of(id).gateway.cut();
  }

  /** What passed the viewer's side since event number `since`, and the time now, epoch ms. */
  wire(id: string, since: number): WireChapter & { readonly now: number } {
    return { now: this.options.clock.now(), ...this.of(id).log.since(since) };
  }

  close(id: string): void {
    const held = this.of(id);
    this.held.delete(id);
    held.forget();
    held.gateway.close();
    held.entrance.close();
  }

  /** Closes all, for good. */
  closeAll(): void {
    this.closed = true;
    for (const id of this.held.keys()) this.close(id);
  }

  /** For whom the gateway is made through which a connection came; undefined: it came through none. */
  guestOn(socket: Socket): Guest | undefined {
    return this.guests.get(socket);
  }

  private async listen(guest: Guest, network: Network) {
    const { host, clock, random, enter } = this.options;
    const entrance = await GuestEntrance.open((socket) => {
      this.guests.set(socket, guest);
      enter(socket);
    });
    const server = entrance.address;
    const log = new WireLog(() => clock.now());
    const gateway = await Gateway.open({
      ...{ server, host, clock, random, network },
      most: MOST_CONNECTIONS,
      tap: () => log.tap(),
    });
    if (!this.closed) return { gateway, entrance, log };
    // The server was stopped meanwhile.
    gateway.close();
    entrance.close();
    throw new FeedError('shutdown');
  }

  private keep(opened: Pick<Held, 'gateway' | 'entrance' | 'log'>, { hostName }: Guest): Held {
    const held = { ...opened, id: this.options.newId(), hostName, expiresAt: 0, forget: () => undefined };
    this.held.set(held.id, held);
    this.setExpiry(held);
    return held;
  }

  private setExpiry(held: Held): void {
    const { clock } = this.options;
    held.forget();
    held.expiresAt = Math.round(clock.now()) + GATEWAY_LIFETIME_MS;
    held.forget = clock.after(GATEWAY_LIFETIME_MS, () => this.close(held.id));
  }

  private of(id: string): Held {
    const held = this.held.get(id);
    if (held) return held;
    throw new FeedError('not_found', 'there is no such gateway, or no longer');
  }

  private state({ id, gateway, hostName, expiresAt }: Held): GatewayState {
    const { network, traffic, address } = gateway;
    return { id, origin: `http://${hostName}:${address.port}`, expiresAt, network, traffic };
  }
}
