import { TestBed } from '@angular/core/testing';
import type { Connection, ConnectOptions } from '@tickway/client';
import { parseKey, parseTopic, transportNames, type Received, type ViewerLimits } from '@tickway/protocol';
import { BehaviorSubject, EMPTY, Subject } from 'rxjs';
import { CONNECT } from '../../live/connect';
import { parseStats } from '@tickway/report';
import { ServerStats, type Reading } from '../cost/server-stats';
import { defaultLevers } from '../levers/levers';
import { Race, WARM_UP_MS } from './race';

const trades = parseTopic('trades');

const reading = (): Reading => ({
  stats: parseStats({
    ...{ now: Date.now(), node: 'v24', uptimeMs: 1, rssBytes: 1, cpuMs: { user: 1, system: 1 } },
    loopActiveMs: 1,
    ...{ loopDelayMs: { p50: 0, p99: 0, max: 0 }, transports: {} },
  }),
  ...{ askedAt: Date.now(), answeredAt: Date.now() },
});

interface Opened {
  readonly options: ConnectOptions;
  readonly frames: Subject<Received>;
  closed: boolean;
  limits?: ViewerLimits;
}

/** Connections as the SDK makes them, driven by the spec. */
function fakeSdk() {
  const opened: Opened[] = [];
  const connect = (options: ConnectOptions): Connection => {
    const one: Opened = { options, frames: new Subject<Received>(), closed: false };
    opened.push(one);
    const bytes = { received: 100, sent: 10 };
    return {
      frames: one.frames,
      status: new BehaviorSubject({ transport: options.transport, state: 'live' as const }),
      counts: new BehaviorSubject({ missing: 0, double: 0, gaps: 0, switches: 0, reconnects: 0 }),
      meter: {
        snapshot: () => ({
          ...{ readAt: 0, bytes, requests: 1, frames: 2, rows: 3, merged: 0 },
          ...{ clockOffsetMs: 0, clockErrorMs: 1 },
        }),
      },
      ...{
        subscribe: () => undefined,
        switchTo: () => undefined,
        pollEvery: () => undefined,
        pause: () => undefined,
        resume: () => undefined,
        limit: (limits: ViewerLimits) => (one.limits = limits),
      },
      close: () => (one.closed = true),
    };
  };
  return { opened, connect };
}

function race() {
  const sdk = fakeSdk();
  const readings = new Subject<Reading>();
  TestBed.configureTestingModule({
    providers: [
      Race,
      { provide: CONNECT, useValue: sdk.connect },
      { provide: ServerStats, useValue: { readings, clockTrips: EMPTY } },
    ],
  });
  const made = TestBed.inject(Race);
  return {
    race: made,
    ...sdk,
    say: () => readings.next(reading()),
    fail: () => readings.next({ failed: 'no network' }),
  };
}

const update = (committedAt: number): Received => ({
  ...{ type: 'delta', topic: trades, removals: [], committedAt, writtenAt: committedAt },
  ...{ from: { epoch: 'e', offset: 1 }, cursor: { epoch: 'e', offset: 2 } },
  rows: [{ key: parseKey('ACME'), fields: {}, revision: 1, committedAt, at: committedAt }],
});

describe('race', () => {
  it('opens a connection of its own for each transport, on the same topics', () => {
    const { race: made, opened, say } = race();
    made.start();
    expect(opened).toEqual([]); // not before the server's books were read
    say();
    expect(opened.map(({ options }) => options.transport)).toEqual([...transportNames]);
    expect(new Set(opened.map(({ options }) => JSON.stringify(options.subscriptions))).size).toBe(1);
    expect(opened[0]?.options.every).toEqual([trades]);
  });

  it('pulls the levers of the wire on every lane', () => {
    const { race: made, opened, say } = race();
    made.reset({ ...defaultLevers, codec: 'msgpack', compress: true, keepAlive: false, coalescingMs: 10 });
    made.start();
    say();
    expect(opened.map(({ options }) => [options.form, options.keepAlive])).toEqual(
      opened.map(() => [{ codec: 'msgpack', compress: true }, false]),
    );
    expect(opened.map(({ limits }) => limits)).toEqual(opened.map(() => ({ windowMs: 10 })));
    expect(made.figures().lanes.every(({ deflated }) => deflated)).toBe(true);
    made.pause();
  });

  it('measures each lane by itself, once it is warm', () => {
    jest.useFakeTimers();
    const { race: made, opened, say } = race();
    made.start();
    say();
    jest.advanceTimersByTime(WARM_UP_MS - 1);
    opened[0]?.frames.next(update(Date.now() - 40));
    jest.advanceTimersByTime(1);
    opened[0]?.frames.next(update(Date.now() - 60));
    made.pause();
    const spreads = made.figures().lanes.map(({ topics }) => topics.get(trades)?.latency);
    expect(spreads[0]).toMatchObject({ samples: 1, mean: 60 });
    expect(spreads.slice(1)).toEqual([undefined, undefined, undefined, undefined]);
    jest.useRealTimers();
  });

  it('closes every connection in a pause, keeps the books, and adds to them afterwards', () => {
    const { race: made, opened, say } = race();
    made.start();
    say();
    made.pause();
    expect(opened.every(({ closed }) => closed)).toBe(true);
    expect(made.figures().lanes[0]?.totals.received).toBe(100);
    made.start();
    say();
    made.pause();
    expect(made.figures().lanes[0]?.totals).toMatchObject({ received: 200, requests: 2 });
  });

  it('goes on from zero over new connections when it is reset while it runs', () => {
    const { race: made, opened, say } = race();
    made.start();
    say();
    opened[0]?.frames.next(update(Date.now()));
    made.reset({ ...defaultLevers, pollingIntervalMs: 250 });
    expect(made.figures().lanes[0]?.topics.get(trades)?.latency).toBeUndefined();
    say();
    expect([opened.length, made.state()]).toEqual([10, 'running']);
    expect(opened.slice(0, 5).every(({ closed }) => closed)).toBe(true);
    expect(opened.at(-1)?.options.pollingIntervalMs).toBe(250);
    made.pause();
  });

  it('leads running lanes to another origin, and waits while there is none', () => {
    const { race: made, opened, say } = race();
    made.route(undefined);
    made.start();
    say();
    expect(opened).toEqual([]);
    made.route('http://127.0.0.1:41234');
    expect(opened.map(({ options }) => options.url)).toEqual(Array(5).fill('http://127.0.0.1:41234'));
    made.route(made.home);
    expect(opened.slice(0, 5).every(({ closed }) => closed)).toBe(true);
    expect(opened.slice(5).map(({ options }) => options.url)).toEqual(Array(5).fill(made.home));
    made.pause();
    expect(made.figures().lanes[0]?.totals.received).toBe(200);
  });

  it('goes on, and measures nothing, while the server does not tell its time', () => {
    jest.useFakeTimers();
    const { race: made, opened, fail } = race();
    made.start();
    fail();
    jest.advanceTimersByTime(WARM_UP_MS);
    opened[0]?.frames.next(update(Date.now()));
    made.pause();
    expect(made.figures()).toMatchObject({ statsFailed: 'no network' });
    expect(made.figures().lanes[0]?.topics.get(trades)?.latency).toBeUndefined();
    jest.useRealTimers();
  });

  it('leaves no connection behind when the page goes', () => {
    const { race: made, opened, say } = race();
    made.start();
    say();
    TestBed.resetTestingModule();
    expect(opened.map(({ closed }) => closed)).toEqual([true, true, true, true, true]);
  });
});
