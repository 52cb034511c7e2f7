import { asyncScheduler, from, Observable, ReplaySubject, switchMap, type SchedulerLike } from 'rxjs';
import type { Connection } from '../connection';
import type { AutoState } from './step';

/** What {@link autoSwitch} may be told. */
export interface AutoOptions {
  /** Interval of the server's heartbeats, ms, as the connection was told. @default 15_000 */
  readonly heartbeatMs?: number;
  /** Time. @default rxjs' asyncScheduler */
  readonly scheduler?: SchedulerLike;
  /** A number in [0, 1), for the jitter of tries. @default Math.random */
  readonly random?: () => number;
}

/** Auto mode at work on a connection. */
export interface Auto {
  /**
   * What it has done and why; begins with the present state. Completes with the connection or with {@link stop}; fails
   * if its code could not be loaded, and then the connection stays on the transport that it is on.
   */
  readonly state: Observable<AutoState>;
  /** Leaves the connection on the transport that it is on. */
  stop(): void;
}

/**
 * Keeps a connection on the best transport that works: falls from one that is refused, silent, lost again and again or
 * held back by a proxy, and climbs back when a better one answers. Everything is a live switch, so nothing is lost. It
 * sits beside the connection, watches it from outside and needs nothing else of it; who switches by hand stops it first.
 *
 * @example
 * const connection = connect({ url, transport: 'websocket', subscriptions });
 * const auto = autoSwitch(connection);
 * auto.state.subscribe(({ transport, steps }) => console.log(transport, steps.at(-1)?.reason));
 */
export function autoSwitch(connection: Connection, options: AutoOptions = {}): Auto {
  const { heartbeatMs = HEARTBEAT_MS, scheduler = asyncScheduler, random = Math.random } = options;
  const state = new ReplaySubject<AutoState>(1);
  // Loaded when first used, so that who chooses transports by hand does not pay for it.
  const steering = from(import('./pilot')).pipe(
    switchMap(
      ({ Pilot }) =>
        new Observable<AutoState>((subscriber) => {
          const pilot = new Pilot(connection, { heartbeatMs, scheduler, random });
          subscriber.add(() => pilot.stop());
          subscriber.add(pilot.state.subscribe(subscriber));
        }),
    ),
  );
  const open = steering.subscribe(state);
  const stop = () => {
    open.unsubscribe();
    state.complete();
  };
  return { state: state.asObservable(), stop };
}

const HEARTBEAT_MS = 15_000;
