import type { Received, Subscription, ViewerLimits } from '@tickway/protocol';
import { BehaviorSubject, NEVER, Subject, VirtualTimeScheduler, type Subscription as Open } from 'rxjs';
import { heartbeat, quotes, row, snapshot } from '../testing/frames';
import { json, Peer } from '../testing/peer';
import type { Transport } from '../transport';
import { longPolling } from './long-polling';
import { polling } from './polling';

const subscriptions: readonly Subscription[] = [{ topic: quotes }];
const wish = { current: () => subscriptions, limits: () => ({}), changed: NEVER };
const traffic = { asked: () => undefined, received: () => undefined, sent: () => undefined };

describe('a polling transport at its peer', () => {
  const peer = new Peer();
  let url: string;
  let open: Open;
  beforeAll(async () => {
    url = await peer.listen();
  });
  afterEach(() => open.unsubscribe());
  afterAll(() => peer.close());

  it('takes a new interval at once, in the middle of a long pause', async () => {
    const pollingIntervalMs = new BehaviorSubject(3_600_000);
    open = polling({ url, traffic, pollingIntervalMs })
      .open(wish)
      .subscribe(() => pollingIntervalMs.next(0));
    (await peer.next()).answer(heartbeat());
    expect(await peer.next()).toMatchObject({ path: '/feed/polling' });
  });

  it('parks from the second long poll on, as the first shows that the server is there', async () => {
    open = longPolling({ url, traffic, longPollWaitMs: 20_000 }).open(wish).subscribe();
    const first = await peer.next();
    expect(first.waitMs).toBe('0');
    first.answer(heartbeat());
    expect((await peer.next()).waitMs).toBe('20000');
  });

  it('wants its connection closed after each answer, if that is wished', async () => {
    const pollingIntervalMs = new BehaviorSubject(0);
    for (const transport of [
      polling({ url, traffic, pollingIntervalMs, keepAlive: false }),
      longPolling({ url, traffic, longPollWaitMs: 20_000, keepAlive: false }),
    ]) {
      open = transport.open(wish).subscribe();
      expect((await peer.next()).keepAlive).toBe('0');
      open.unsubscribe();
    }
  });

  const makers: Readonly<Record<string, (scheduler: VirtualTimeScheduler) => Transport>> = {
    polling: (scheduler) => polling({ url, traffic, pollingIntervalMs: new BehaviorSubject(100) }, scheduler),
    'long-polling': (scheduler) => longPolling({ url, traffic, longPollWaitMs: 20_000 }, scheduler),
  };

  describe.each(Object.entries(makers))('keeps the viewer’s own limits by asking later: %s', (_, make) => {
    const scheduler = new VirtualTimeScheduler(undefined, 0);
    const changed = new Subject<void>();
    let limits: ViewerLimits;

    const begin = () => {
      const transport = make(scheduler);
      open = transport.open({ current: () => subscriptions, limits: () => limits, changed }).subscribe();
      return transport;
    };
    /** Answers, and waits until the transport has the answer and pauses. */
    const answer = async (frame: Received = heartbeat()) => {
      (await peer.next()).answer(frame);
      while (scheduler.actions.length === 0) await new Promise((turn) => setTimeout(turn, 1));
    };
    const pass = (ms: number) => {
      scheduler.maxFrames = scheduler.frame + ms;
      scheduler.flush();
      scheduler.frame = scheduler.maxFrames;
    };
    const askedWithin = async () => {
      const { path } = await peer.next();
      return path;
    };

    it('so often', async () => {
      limits = { maxFrequency: 0.5 };
      const transport = begin();
      await answer();
      expect(transport.silenceMs()).toBeGreaterThan(10_000 + 1_999);
      pass(1_999);
      expect(scheduler.actions).toHaveLength(1);
      pass(1);
      expect(await askedWithin()).toContain('polling');
    });

    it('so many bytes', async () => {
      limits = { maxBandwidth: 1_000 };
      begin();
      const frame = snapshot('e:1', [row('A', 1, { name: '한'.repeat(500) })]);
      await answer(frame);
      const bytes = Buffer.byteLength(json(frame)) + 1;
      pass(bytes - 1);
      expect(scheduler.actions).toHaveLength(1);
      pass(1);
      expect(await askedWithin()).toContain('polling');
    });

    it('and heeds new ones in the middle of a pause', async () => {
      limits = { maxFrequency: 0.1 };
      begin();
      await answer();
      pass(500);
      limits = {};
      changed.next();
      pass(0);
      expect(await askedWithin()).toContain('polling');
    });
  });
});
