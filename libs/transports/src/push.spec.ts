import type { EncodedFrame, Session } from '@tickway/hub';
import { Socket } from 'node:net';
import { Push, type Outlet } from './push';
import { openRim, type Rim } from './rim';

/** An outlet whose socket drains when the test says so. */
class Valve implements Outlet {
  readonly name = 'websocket';
  readonly socket = new Socket();
  readonly asker = undefined;
  readonly written: string[] = [];
  readonly ended: string[] = [];
  private pushes: Push[] = [];

  write(frames: readonly EncodedFrame[], push: Push): number {
    this.written.push(
      ...frames.map(({ frame }) => (frame.type === 'bye' ? `bye ${frame.code}` : frame.type)),
    );
    this.pushes.push(push);
    return 0;
  }

  end(code: string): void {
    this.ended.push(code);
  }

  drain(): void {
    for (const push of this.pushes.splice(0)) push.drained();
  }
}

/** A session with as many frames as the test puts into it. */
class Stocked implements Session {
  readonly cursors = {};
  stock = 0;
  broken = false;

  get ready(): boolean {
    return this.stock > 0;
  }

  take(): readonly EncodedFrame[] {
    if (this.broken) throw new Error('broken');
    if (this.stock === 0) return [];
    this.stock--;
    return [this.heartbeat()];
  }

  heartbeat(): EncodedFrame {
    return { frame: { type: 'heartbeat', cursors: {} }, json: '{' };
  }

  subscribe(): void {
    this.stock++;
  }

  close(): void {
    this.stock = 0;
  }
}

describe('the pace of a push transport', () => {
  let session: Stocked;
  let valve: Valve;
  let rim: Rim;
  let push: Push;
  let faults: unknown[];

  beforeEach(() => {
    session = new Stocked();
    valve = new Valve();
    faults = [];
    rim = openRim({
      hub: { open: () => session },
      clock: { now: () => 0 },
      random: () => 0,
      settings: { slowMs: 1_000, graceMs: 500, heartbeatMs: 5_000 },
      onFault: (error) => faults.push(error),
    });
    push = new Push(rim, valve);
  });
  afterEach(() => rim.connections.destroy());

  it('takes once, and again only when the socket has taken what came before', () => {
    session.stock = 3;
    push.take();
    push.take();
    expect(session.stock).toBe(2);
    valve.drain();
    expect(session.stock).toBe(1);
    expect(valve.written).toHaveLength(2);
  });

  it('ends a socket that drains nothing for too long, and drops it after the grace', () => {
    session.stock = 1;
    push.take();
    for (const now of [0, 999]) push.tick(now);
    expect(valve.ended).toEqual([]);
    push.tick(1_000);
    expect([valve.written.at(-1), valve.ended]).toEqual(['bye slow', ['slow']]);
    for (const now of [1_100, 1_599]) push.tick(now);
    expect(valve.socket.destroyed).toBe(false);
    push.tick(1_600);
    expect(valve.socket.destroyed).toBe(true);
  });

  it('counts the time anew when the socket drains in between', () => {
    session.stock = 2;
    push.take();
    push.tick(0);
    valve.drain();
    push.tick(900);
    push.tick(1_800);
    expect(valve.ended).toEqual([]);
  });

  it('writes nothing after goodbye', () => {
    push.goodbye();
    session.stock = 1;
    push.take();
    push.end('internal');
    expect(valve.written).toEqual(['bye shutdown']);
  });

  it('ends with internal at a fault of the server, which is reported', () => {
    session.broken = true;
    push.take();
    expect([valve.ended, faults]).toEqual([['internal'], [new Error('broken')]]);
  });

  it('is in the books from its begin to its end, once', () => {
    expect(rim.traffic.snapshot().websocket?.open).toBe(1);
    push.closed();
    push.closed();
    expect([rim.traffic.snapshot().websocket?.open, rim.connections.size]).toEqual([0, 0]);
  });
});
