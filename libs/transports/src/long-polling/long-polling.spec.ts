import { framesOf, serve, settle, until, virtualTime, type Served } from '../testing/serve';
import { Wire } from '../testing/wire';

describe('long polling', () => {
  let served: Served;

  beforeEach(async () => {
    virtualTime();
    served = await serve();
    await served.publish('ACME', { bid: 10 });
  });
  afterEach(async () => {
    await served.stop();
    jest.useRealTimers();
  });

  const ask = async (query: string) =>
    framesOf(await (await served.get(`/feed/long-polling?topic=quotes${query}`)).text());

  it('answers at once when there is something', async () => {
    expect(await ask('')).toMatchObject([{ type: 'snapshot', rows: [{ key: 'ACME' }] }]);
  });

  it('holds the request until there is something', async () => {
    const answer = ask('&quotes.cursor=e1:1');
    await until(() => served.rim.connections.size > 0);
    await served.publish('ACME', { bid: 11 });
    expect(await answer).toMatchObject([{ type: 'delta', rows: [{ fields: { bid: 11 } }] }]);
    expect(served.rim.connections.size).toBe(0);
  });

  it.each([
    ['25 s', '', 25_000],
    ['the asked wait', '&waitMs=400', 400],
  ])('says after %s, and not before, that there was nothing', async (_, parameter, waitMs) => {
    let frames: unknown;
    void ask(`&quotes.cursor=e1:1${parameter}`).then((answer) => (frames = answer));
    await until(() => served.rim.connections.size > 0);
    jest.advanceTimersByTime(waitMs - 1);
    await settle();
    expect(frames).toBeUndefined();
    jest.advanceTimersByTime(1);
    await until(() => frames !== undefined);
    expect(frames).toMatchObject([{ type: 'heartbeat', cursors: { quotes: { offset: 1 } } }]);
  });

  it.each(['-1', '25001', '1e3', 'soon', ''])('refuses the wait %j', async (waitMs) => {
    const response = await served.get(`/feed/long-polling?topic=quotes&waitMs=${waitMs}`);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'bad_request' }]);
  });

  it('forgets a request that is given up', async () => {
    const wire = await Wire.open(served.port);
    wire.get('/feed/long-polling?topic=quotes&quotes.cursor=e1:1');
    await until(() => served.rim.connections.size > 0);
    wire.socket.destroy();
    await until(() => served.rim.connections.size === 0);
    expect(jest.getTimerCount()).toBe(1); // the sweep's
    expect(served.rim.traffic.snapshot()['long-polling']).toMatchObject({ open: 0, requests: 1, frames: 0 });
  });

  it('answers all held requests with goodbye when the server stops', async () => {
    const answer = ask('&quotes.cursor=e1:1');
    await until(() => served.rim.connections.size > 0);
    await served.rim.connections.goodbye();
    expect(await answer).toMatchObject([{ type: 'bye', code: 'shutdown', retryAfterMs: 2_500 }]);
  });
});
