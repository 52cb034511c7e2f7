import type { Subscription } from '@tickway/protocol';
import { BehaviorSubject, NEVER, type Subscription as Open } from 'rxjs';
import { heartbeat, quotes } from '../testing/frames';
import { Peer } from '../testing/peer';
import { longPolling } from './long-polling';
import { polling } from './polling';

const subscriptions: readonly Subscription[] = [{ topic: quotes }];
const wish = { current: () => subscriptions, changed: NEVER };
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
});
