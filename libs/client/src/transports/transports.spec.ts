import {
  plainForm,
  transportNames,
  type Received,
  type Subscription,
  type ViewerLimits,
  type WireForm,
} from '@tickway/protocol';
import { BehaviorSubject, Subject, type Subscription as Open } from 'rxjs';
import { delta, heartbeat, positions, quotes, row, snapshot } from '../testing/frames';
import { json, Peer } from '../testing/peer';
import { transports } from './transports';

const first: readonly Subscription[] = [{ topic: quotes, cursor: { epoch: 'e', offset: 1 } }];
const frames = [delta('e:1→e:2', [row('A', 2)]), heartbeat({ quotes: 'e:2' })];

/** Waits for what the other end of a real socket does. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds(); turn++) {
    if (turn > 2_000) throw new Error(`waited in vain: ${String(holds)}`);
    await new Promise((next) => setTimeout(next, 1));
  }
}

describe.each(transportNames)('%s', (name) => {
  let bytes = 0;
  let requests = 0;
  const traffic = {
    asked: () => requests++,
    received: (size: number) => (bytes += size),
    sent: () => undefined,
  };
  const changed = new Subject<void>();
  const pollingIntervalMs = new BehaviorSubject(0);
  let peer: Peer;
  let subscriptions: readonly Subscription[];
  let url: string;
  let open: Open;
  let limits: ViewerLimits;
  let form: WireForm;
  let received: Received[];
  let failed: unknown;

  beforeEach(async () => {
    peer = new Peer();
    url = await peer.listen();
    subscriptions = first;
    limits = {};
    form = plainForm;
    received = [];
    failed = undefined;
    bytes = requests = 0;
  });
  afterEach(async () => {
    open.unsubscribe();
    await peer.close();
  });

  /** Opens the transport. */
  function begin(): void {
    const options = { url, traffic, pollingIntervalMs, longPollWaitMs: 20_000, heartbeatMs: 15_000, form };
    open = transports(options)(name)
      .open({ current: () => subscriptions, limits: () => limits, changed })
      .subscribe({
        next: (frame) => received.push(frame),
        error: (error: unknown) => (failed = error),
        complete: () => (failed = 'completed'),
      });
  }

  /** Opens the transport; returns its first question. */
  function start() {
    begin();
    return peer.next();
  }

  const socket = name === 'websocket' || name === 'socket.io';

  it('asks for what is wished and emits what is answered', async () => {
    const question = await start();
    expect(question.path).toBe(`/feed/${name}`);
    expect(question.subscriptions).toEqual(first);
    question.answer(...frames);
    await until(() => received.length === 2);
    expect(received).toEqual(frames);
  });

  it('fails with the code of a refusal', async () => {
    const question = await start();
    question.refuse({ status: 404, close: 4504, code: 'unknown_topic' });
    if (name === 'socket.io') await until(() => received.length > 0);
    else await until(() => failed !== undefined);
    expect(name === 'socket.io' ? received[0] : failed).toMatchObject({ code: 'unknown_topic' });
  });

  it('fails with `lost` when the connection is cut', async () => {
    const question = await start();
    question.cut();
    await until(() => failed !== undefined);
    expect(failed).toMatchObject({ name: 'FeedError', code: 'lost' });
  });

  it('fails with `lost` when what comes is not a frame', async () => {
    const question = await start();
    question.raw('<html>Please log in</html>\n');
    await until(() => failed !== undefined);
    expect(failed).toMatchObject({ name: 'FeedError', code: 'lost' });
  });

  it('fails with `lost` when nobody listens', async () => {
    url = 'http://127.0.0.1:1';
    begin();
    await until(() => failed !== undefined);
    expect(failed).toMatchObject({ name: 'FeedError', code: 'lost' });
  });

  it('leaves nothing open when unsubscribed from', async () => {
    await start();
    open.unsubscribe();
    await until(() => peer.open === 0);
    expect(failed).toBeUndefined();
  });

  it('leaves nothing open when unsubscribed from in the same turn', async () => {
    begin();
    open.unsubscribe();
    await new Promise((passed) => setTimeout(passed, 20));
    await until(() => peer.open === 0);
    expect({ received, failed }).toEqual({ received: [], failed: undefined });
  });

  it('says a changed wish to the server', async () => {
    const question = await start();
    if (name !== 'polling') question.answer(frames[0] ?? heartbeat());
    if (name !== 'polling') await until(() => received.length === 1);
    subscriptions = [...first, { topic: positions }];
    changed.next();
    if (name === 'polling') question.answer(heartbeat());
    let next = await peer.next();
    while (next.subscriptions.length < 2) next = await peer.next();
    // A socket's session knows where it is in a topic that goes on.
    expect(next.subscriptions).toEqual([socket ? { topic: quotes } : first[0], { topic: positions }]);
    next.answer(snapshot('e:1', [], positions));
    await until(() => received.some((frame) => frame.type === 'snapshot'));
    expect(failed).toBeUndefined();
  });

  it(`says the viewer’s own limits to the server, unless it is who polls that keeps them`, async () => {
    const kept = (asked: ViewerLimits) => (name.endsWith('polling') ? {} : asked);
    limits = { maxFrequency: 0.5, maxBandwidth: 20_000 };
    const question = await start();
    expect(question.limits).toEqual(kept(limits));
    question.answer(frames[0] ?? heartbeat());
    await until(() => received.length === 1);
    limits = {};
    changed.next();
    expect((await peer.next()).limits).toEqual({});
  });

  describe('in MessagePack', () => {
    beforeEach(() => (form = { codec: 'msgpack', compress: false }));

    it('says so in its address, and reads what is answered', async () => {
      const question = await start();
      expect(question.form).toEqual(form);
      question.answer(...frames);
      await until(() => received.length === 2);
      expect(received).toEqual(frames);
      expect(bytes).toBeGreaterThan(100);
    });

    it('reads a frame that comes in pieces, and two in one', async () => {
      if (name === 'websocket' || name === 'socket.io') return; // messages have borders
      const big = snapshot(
        'e:1',
        Array.from({ length: 9_000 }, (_, i) => row(`K${i}`, 1, { name: 'Café 한국 🚇' })),
      );
      const question = await start();
      question.answer(big, ...frames);
      await until(() => received.length === 3);
      expect(received).toEqual([big, ...frames]);
    });

    it('fails with `lost` when what comes is not MessagePack, or no frame', async () => {
      const question = await start();
      question.raw(Uint8Array.from([0xc1, 0xff, 0xff]));
      await until(() => failed !== undefined);
      expect(failed).toMatchObject({ name: 'FeedError', code: 'lost' });
    });
  });

  it('asks for compression where that is wished', async () => {
    form = { codec: 'json', compress: true };
    const question = await start();
    expect(question.form).toEqual(form);
    question.answer(...frames);
    await until(() => received.length === 2);
    expect(received).toEqual(frames);
  });

  it('counts its requests and the bytes of the payload', async () => {
    const question = await start();
    const frame = delta('e:1→e:2', [row('A', 2, { name: 'Café 한국 🚇' })]);
    question.answer(frame);
    await until(() => received.length === 1);
    expect(received).toEqual([frame]);
    expect(requests).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThanOrEqual(Buffer.byteLength(json(frame)));
  });
});
