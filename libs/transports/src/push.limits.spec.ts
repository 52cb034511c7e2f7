import { parseTopic, type ViewerLimits } from '@tickway/protocol';
import type { EncodedFrame, Session } from '@tickway/hub';
import { Socket } from 'node:net';
import { Push, type Outlet } from './push';
import { openRim, type Rim } from './rim';
import { virtualTime } from './testing/serve';

const FRAME_BYTES = 1_000;
const takeFrame: EncodedFrame = { frame: { type: 'heartbeat', cursors: {} }, json: '' };
const heartbeat: EncodedFrame = { frame: { type: 'heartbeat', cursors: {} }, json: '' };

/** A session of a feed that never rests: there is always something to take. */
class Flowing implements Session {
  readonly cursors = {};
  ready = true;
  take = (): readonly EncodedFrame[] => [takeFrame];
  heartbeat = (): EncodedFrame => heartbeat;
  subscribe = (): void => undefined;
  close = (): void => undefined;
}

/** A socket that drains at once, and says when it was written to. */
class Sink implements Outlet {
  readonly name = 'websocket';
  readonly socket = new Socket();
  readonly asker = undefined;
  readonly takes: number[] = [];
  heartbeats = 0;

  write(frames: readonly EncodedFrame[], push: Push): number {
    if (frames[0] === takeFrame) this.takes.push(performance.now());
    else this.heartbeats++;
    queueMicrotask(push.drained);
    return frames[0] === takeFrame ? FRAME_BYTES : 0;
  }

  end(): void {
    // Nothing is open.
  }
}

describe('the limits of a viewer', () => {
  let rim: Rim;
  let sink: Sink;
  let push: Push;
  let session: Flowing;
  const quotes = [{ topic: parseTopic('quotes') }];

  beforeEach(() => {
    virtualTime();
    sink = new Sink();
    session = new Flowing();
    rim = openRim({
      hub: { open: () => session },
      clock: { now: () => 0 },
      random: () => 0,
      settings: { heartbeatMs: 5_000 },
      onFault: (error) => expect(error).toBeUndefined(),
    });
  });
  afterEach(() => {
    push.closed();
    expect(jest.getTimerCount()).toBe(1); // the sweep's
    rim.connections.destroy();
    jest.useRealTimers();
  });

  const open = (limits: ViewerLimits) => (push = new Push(rim, sink, { subscriptions: quotes, limits }));
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const gaps = () => sink.takes.slice(1).map((at, i) => Math.round(at - (sink.takes[i] ?? 0)));

  it.each([0.5, 2, 50])('let it be told %d times a second, beginning at once', async (maxFrequency) => {
    open({ maxFrequency });
    await pass(20_000);
    expect(sink.takes[0]).toBeLessThan(1);
    expect(new Set(gaps())).toEqual(new Set([1_000 / maxFrequency]));
  });

  it('let it be told so many bytes a second, whatever is told', async () => {
    open({ maxBandwidth: 4_000 });
    await pass(10_000);
    expect(new Set(gaps())).toEqual(new Set([FRAME_BYTES / 4]));
  });

  it('both hold', async () => {
    open({ maxBandwidth: 4_000, maxFrequency: 1 });
    await pass(10_000);
    expect(new Set(gaps())).toEqual(new Set([1_000]));
  });

  it('may change at any time, up and down, and the answer comes at once', async () => {
    open({ maxFrequency: 0.1 });
    await pass(1_000);
    push.subscribe({ subscriptions: quotes, limits: { maxFrequency: 10 } });
    await pass(1_000);
    expect(gaps()).toEqual([1_000, ...Array<number>(10).fill(100)]);
    push.subscribe({ subscriptions: quotes, limits: { maxFrequency: 1 } });
    await pass(2_500);
    expect(gaps().slice(-2)).toEqual([1_000, 1_000]);
  });

  it('delay no answer to a changed wish; what it cost is waited for afterwards', async () => {
    open({ maxBandwidth: 1_000 });
    for (let i = 0; i < 3; i++) {
      await pass(10);
      push.subscribe({ subscriptions: quotes, limits: { maxBandwidth: 1_000 } });
    }
    await pass(10_000);
    expect(gaps().slice(0, 4)).toEqual([10, 10, 10, 3_970]);
  });

  it('let a take wait for a window, in which more may come', async () => {
    session.ready = false;
    open({ windowMs: 10 });
    await pass(100);
    expect(sink.takes).toHaveLength(1);
    const begun = performance.now();
    for (const ms of [0, 3, 6]) {
      push.take(); // a commit
      await pass(ms);
    }
    await pass(100);
    expect(sink.takes.slice(1).map((at) => Math.round(at - begun))).toEqual([10]);
    push.take();
    await pass(9);
    expect(sink.takes).toHaveLength(2);
    await pass(1);
    expect(sink.takes).toHaveLength(3);
  });

  it('let no window delay the answer to a changed wish', async () => {
    session.ready = false;
    open({ windowMs: 50 });
    await pass(500);
    const wished = performance.now();
    push.subscribe({ subscriptions: quotes, limits: { windowMs: 50 } });
    await pass(500);
    expect(sink.takes).toHaveLength(2);
    expect(sink.takes[1]).toBeLessThan(wished + 1);
  });

  it('leave the heartbeats', async () => {
    open({ maxFrequency: 0.1 });
    await pass(0);
    for (const now of [0, 1, 5_000, 6_000, 11_000]) {
      push.tick(now);
      await pass(0);
    }
    expect(sink.heartbeats).toBe(2);
    expect(sink.takes).toHaveLength(1);
  });
});
