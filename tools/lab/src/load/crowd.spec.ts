import { VirtualClock } from '@tickway/gateway';
import { parseTopic } from '@tickway/protocol';
import { FrameMemo } from '../ledger/frame-memo';
import { Tally } from '../ledger/tally';
import { snapshot } from '../testing/frames';
import { answer, ScriptedServer } from '../testing/scripted-server';
import { wayOf } from '../viewer/ways';
import { Crowd } from './crowd';
import { pause } from './pause';
import { ramp } from './ramp';
import { Stopped } from './stopped';

const never = new AbortController().signal;

function gather(size: number) {
  const server = new ScriptedServer();
  const clock = new VirtualClock();
  const crowd = new Crowd(size, () => ({
    server: { host: '127.0.0.1', port: 3000 },
    topics: [parseTopic('lab')],
    way: wayOf('polling', { intervalMs: 1_000 }),
    clock,
    dial: server.dial,
    memo: new FrameMemo(),
    tally: new Tally(),
    random: () => 0.5,
  }));
  return { server, clock, crowd };
}

/** Lets what waits for promises happen. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a crowd of viewers', () => {
  it('comes in evenly over the ramp', async () => {
    expect(ramp(4, 2_000)).toEqual([0, 500, 1_000, 1_500]);
    const { server, clock, crowd } = gather(4);
    const entered = crowd.enter(clock, 2_000, never);
    const sizes: number[] = [];
    for (let i = 0; i < 4; i++) {
      sizes.push(server.connections.length);
      clock.pass(500);
      await settled();
    }
    await entered;
    expect(sizes).toEqual([1, 2, 3, 4]);
  });

  it('is complete when each has its first frames, and leaves nothing behind', async () => {
    const { server, clock, crowd } = gather(3);
    await crowd.enter(clock, 0, never);
    const [first, ...others] = server.connections;
    for (const one of others) one.tell(answer(snapshot('e:5')));
    expect(crowd.complete).toBe(false);
    first?.tell(answer(snapshot('e:5')));
    expect(crowd.complete).toBe(true);
    crowd.leave();
    expect(server.connections.every(({ cutOff }) => cutOff)).toBe(true);
    expect(clock.waiting).toBe(0);
    const { bytes, carried, requests, connections } = crowd.counts();
    expect([requests, connections, carried - bytes.payload - bytes.framing - bytes.headers]).toEqual([
      3, 3, 0,
    ]);
  });

  it('waits for nobody who was refused', async () => {
    const { server, clock, crowd } = gather(2);
    await crowd.enter(clock, 0, never);
    const [first, second] = server.connections;
    first?.tell(answer(snapshot('e:5')));
    expect(crowd.decided).toBe(false);
    second?.tell('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
    expect([crowd.decided, crowd.complete]).toEqual([true, false]);
    crowd.leave();
  });
});

describe('a pause', () => {
  it('ends at once when the run is stopped, and leaves no timer', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    const waiting = pause(clock, 10_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow(Stopped);
    expect(clock.waiting).toBe(0);
    await expect(pause(clock, 1, stop.signal)).rejects.toThrow(Stopped);
  });
});
