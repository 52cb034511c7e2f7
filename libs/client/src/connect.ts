import {
  parseViewerLimits,
  plainForm,
  type Received,
  type Subscription as Wish,
  type Topic,
  type TransportName,
  type WireForm,
} from '@tickway/protocol';
import {
  asyncScheduler,
  BehaviorSubject,
  from,
  Subject,
  Subscription,
  timer,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
import { audit } from './audit';
import { ClockEstimate } from './clock-estimate';
import { clockRoundTrips } from './clock-round-trips';
import type { Connection } from './connection';
import { ConnectionMeter } from './connection-meter';
import { Line } from './line';
import { Places } from './places';
import type { Status } from './status';
import { Tally } from './tally';
import type { Transport } from './transport';
import type { PaceOptions, TransportOptions } from './transports/options';
import { transports } from './transports/transports';

/** What {@link connect} needs to know, and may be told. */
export interface ConnectOptions {
  /** Origin of the server, e.g. `http://127.0.0.1:3000`; in a page `location.origin`. */
  readonly url: string;
  readonly transport: TransportName;
  /** Topics with filters, and cursors of an earlier life if they are to be resumed. */
  readonly subscriptions: readonly Wish[];
  /** Topics of delivery `every`, whose rows must come without a skip; only the check of {@link Connection.counts} needs it. @default none */
  readonly every?: readonly Topic[];
  /** What has to be over before it opens, whatever comes of it. @default nothing */
  readonly after?: Promise<unknown>;
  /** From one answer to the next question of `polling`, ms. @default 1_000 */
  readonly pollingIntervalMs?: number;
  /** Longest time that `long-polling` asks the server to wait, ms. @default 25_000 */
  readonly longPollWaitMs?: number;
  /** How the server writes its frames, as far as it is not plain JSON; MessagePack's reader is loaded when it is needed. @default plain JSON */
  readonly form?: Partial<WireForm>;
  /** Whether `polling` and `long-polling` keep their connection for the next question. @default true */
  readonly keepAlive?: boolean;
  /** Interval of the server's heartbeats, ms; two of them and 5 s without a frame are a loss. @default 15_000 */
  readonly heartbeatMs?: number;
  /** Longest wait for the first frame of a transport switched to, ms. @default 17_000 (a heartbeat and 2 s) */
  readonly firstFrameMs?: number;
  /** Makes a transport by its name: a fake in tests. @default the five of this library */
  readonly transports?: (name: TransportName) => Transport;
  /** Time. @default rxjs' asyncScheduler */
  readonly scheduler?: SchedulerLike;
  /** A number in [0, 1), for the jitter of retries. @default Math.random */
  readonly random?: () => number;
}

/**
 * Follows topics of a Tickway server until closed: resumes after losses, switches transports live. It
 * starts at once, and frames are hot: subscribe to `frames` in the same turn.
 *
 * @throws FeedError `filter_too_large` or `bad_request` for subscriptions that a server would refuse
 *
 * @example
 * const connection = connect({ url, transport: 'websocket', subscriptions: [{ topic: parseTopic('quotes') }] });
 * connection.frames.pipe(keyedState(parseTopic('quotes'))).subscribe(({ state, changed }) => draw(state, changed));
 */
export function connect(options: ConnectOptions): Connection {
  const { scheduler = asyncScheduler, random = Math.random, subscriptions } = options;
  const every = new Set(options.every);
  const places = new Places(every);
  places.wish(subscriptions);
  const clock = new ClockEstimate();
  const meter = new ConnectionMeter({ clock, now: () => scheduler.now() });
  const pollingIntervalMs = new BehaviorSubject(options.pollingIntervalMs ?? POLLING_INTERVAL_MS);
  const frames = new Subject<Received>();
  const status = new BehaviorSubject<Status>({ transport: options.transport, state: 'connecting' });
  const tally = new Tally();
  const line = new Line({
    ...{ transport: options.transport, places, scheduler, random },
    transports: options.transports ?? ownTransports(options, { pollingIntervalMs, traffic: meter }),
    firstFrameMs: options.firstFrameMs ?? heartbeatOf(options) + FIRST_FRAME_SLACK_MS,
    deliver: (frame) => frames.next(frame),
    tell: (present) => status.next(present),
    count: (what) => tally.add({ [what]: 1 }),
  });

  const running = new Subscription();
  const whileRunning = (act: () => void) => {
    if (!running.closed) act();
  };
  const wishFor = (state: () => void) => {
    state();
    whileRunning(() => line.heed());
  };
  const contiguous = (topic: string) => places.get(topic)?.contiguous ?? false;
  running.add(frames.subscribe((frame) => meter.count(frame)));
  running.add(frames.pipe(audit({ every, contiguous })).subscribe((finding) => tally.add(finding)));
  running.add(clockRoundTrips(options.url, scheduler).subscribe((trip) => clock.add(trip)));
  // Not at once, so that whoever connects can subscribe before the first frame.
  running.add(start(options, scheduler).subscribe(() => line.open()));
  return {
    frames: frames.asObservable(),
    status: status.asObservable(),
    counts: tally.counts,
    meter,
    subscribe: (wish) => wishFor(() => places.wish(wish)),
    limit: (limits) => wishFor(() => (places.limits = parseViewerLimits(limits))),
    switchTo: (transport) => whileRunning(() => line.switchTo(transport)),
    pause: () => line.pause(),
    resume: () => line.resume(),
    pollEvery: (intervalMs) => pollingIntervalMs.next(intervalMs),
    close: () => {
      running.unsubscribe();
      line.close();
      for (const told of [frames, status, tally]) told.complete();
    },
  };
}

const POLLING_INTERVAL_MS = 1_000;
const LONG_POLL_WAIT_MS = 25_000;
const HEARTBEAT_MS = 15_000;
const FIRST_FRAME_SLACK_MS = 2_000;

const start = ({ after }: ConnectOptions, scheduler: SchedulerLike): Observable<unknown> =>
  after ? from(after.catch(() => undefined)) : timer(0, scheduler);

const heartbeatOf = ({ heartbeatMs = HEARTBEAT_MS }: ConnectOptions) => heartbeatMs;

function ownTransports(
  options: ConnectOptions,
  live: Pick<PaceOptions, 'pollingIntervalMs'> & Pick<TransportOptions, 'traffic'>,
): (name: TransportName) => Transport {
  const { url, longPollWaitMs = LONG_POLL_WAIT_MS, keepAlive = true, scheduler } = options;
  const form = { ...plainForm, ...options.form };
  return transports(
    { url, longPollWaitMs, keepAlive, form, heartbeatMs: heartbeatOf(options), ...live },
    scheduler,
  );
}
