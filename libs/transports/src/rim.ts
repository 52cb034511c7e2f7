import type { Clock, Session, SessionOptions } from '@tickway/hub';
import { Askers } from './askers';
import { CodesTold } from './codes-told';
import { FanOut } from './fan-out';
import { OpenConnections } from './open-connections';
import type { GuestOf } from './origin';
import { RequestRate } from './request-rate';
import { Traffic } from './traffic';
import { defaultSettings, type TransportSettings } from './transport-settings';

/** The slice of the hub that transports need. */
export interface SessionSource {
  open(options: SessionOptions): Session;
}

/** What the server tells its transports. */
export interface RimOptions {
  readonly hub: SessionSource;
  readonly clock: Clock;
  /** Uniform in [0, 1): spreads those who must come back. */
  readonly random: () => number;
  readonly settings?: Partial<TransportSettings>;
  /** Hears of a fault of ours; the connection in which it happened ends with `internal`, the others go on. */
  readonly onFault: (error: unknown) => void;
  /** @default nobody is a guest */
  readonly guestOf?: GuestOf;
}

/** Nest's name for the {@link Rim}. */
export const RIM = Symbol('Rim');

/** Seconds of the rate of requests that may come at once. */
const BURST_SECONDS = 5;

/** What all transports of one server share. */
export interface Rim extends RimOptions {
  readonly settings: TransportSettings;
  readonly guestOf: GuestOf;
  readonly fanOut: FanOut;
  readonly connections: OpenConnections;
  readonly askers: Askers;
  readonly rate: RequestRate;
  readonly codes: CodesTold;
  readonly traffic: Traffic;
}

/** Makes the shared part of a server's transports. */
export function openRim(options: RimOptions): Rim {
  const settings = { ...defaultSettings, ...options.settings };
  return {
    ...options,
    settings,
    guestOf: options.guestOf ?? (() => undefined),
    fanOut: new FanOut(),
    connections: new OpenConnections(settings),
    askers: new Askers(settings.capacityPerAddress),
    rate: new RequestRate(options.clock, {
      perSecond: settings.requestRate,
      burst: BURST_SECONDS * settings.requestRate,
    }),
    codes: new CodesTold(),
    traffic: new Traffic(),
  };
}
