import { openRim } from '@tickway/transports';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { NEVER, throwError, VirtualTimeScheduler, type Observable } from 'rxjs';
import type { Batch } from '@tickway/feed';
import { FeedRunner } from '../feeds/feed-runner';
import { HealthController } from './health.controller';

describe('a server is ready', () => {
  const rim = openRim({
    ...{
      hub: {
        open: () => {
          throw new Error('nobody asks');
        },
      },
      clock: { now: () => 0 },
      random: () => 0.5,
    },
    ...{ settings: { capacity: 1 }, onFault: (error: unknown) => expect(error).toBeUndefined() },
  });
  afterAll(() => rim.connections.destroy());

  function answer(feeds: Readonly<Record<string, Observable<Batch>>>, afterMs: number) {
    const scheduler = new VirtualTimeScheduler();
    const hub = { publish: () => Promise.resolve() };
    const sources = Object.entries(feeds).map(([name, batches]) => ({
      ...{ feed: { name, topics: [], batches }, about: () => ({}), staleMs: 5_000 },
    }));
    const runner = new FeedRunner({
      ...{ hub, clock: scheduler, scheduler, sources },
      onFailure: () => undefined,
    });
    runner.start();
    scheduler.maxFrames = afterMs;
    scheduler.flush();
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    const ready = new HealthController(rim, runner).ready(response);
    runner.stop();
    return [response.statusCode, ready];
  }

  it('with feeds that were heard of lately', () => {
    expect(answer({ market: NEVER }, 5_000)).toEqual([200, { status: 'ok' }]);
  });

  it('not with a feed gone silent or failed, which it names', () => {
    const broken = throwError(() => new Error('broken'));
    expect(answer({ market: NEVER, vehicles: broken }, 6_001)).toEqual([
      503,
      { status: 'not ready', reasons: ['feed market is stale', 'feed vehicles is failed'] },
    ]);
  });

  it('not while it is full, nor when it stops', async () => {
    const held = { tick: () => undefined, goodbye: () => undefined, destroy: () => undefined };
    rim.connections.add(held);
    expect(answer({}, 0)).toEqual([
      503,
      { status: 'not ready', reasons: ['it holds as many connections as it may'] },
    ]);
    rim.connections.remove(held);
    expect(answer({}, 0)).toEqual([200, { status: 'ok' }]);
    await rim.connections.goodbye();
    expect(answer({}, 0)).toEqual([503, { status: 'not ready', reasons: ['the server is stopping'] }]);
  });
});
