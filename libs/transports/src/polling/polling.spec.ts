import { framesOf, serve, type Served } from '../testing/serve';

describe('polling', () => {
  let served: Served;

  beforeEach(async () => (served = await serve()));
  afterEach(() => served.stop());

  const poll = async (query: string) => framesOf(await (await served.get(`/feed/polling?${query}`)).text());

  it('answers a snapshot, then only what changed since the cursor, then a heartbeat', async () => {
    await served.publish('ACME', { bid: 10, ask: 11 });
    await served.publish('BOLT', { bid: 20 });
    const [snapshot] = await poll('topic=quotes');
    expect(snapshot).toMatchObject({ type: 'snapshot', cursor: { epoch: 'e1', offset: 2 } });

    await served.publish('ACME', { bid: 10.5 });
    const [delta] = await poll('topic=quotes&quotes.cursor=e1:2');
    expect(delta).toMatchObject({ type: 'delta', from: { offset: 2 }, cursor: { offset: 3 } });
    expect(delta).toMatchObject({ rows: [{ key: 'ACME', fields: { bid: 10.5 }, revision: 2 }] });

    expect(await poll('topic=quotes&quotes.cursor=e1:3')).toEqual([
      { type: 'heartbeat', cursors: { quotes: { epoch: 'e1', offset: 3 } }, writtenAt: served.clock.ms },
    ]);
  });

  it('answers all topics in one body, one frame a line, that nobody may cache or change', async () => {
    const response = await served.get('/feed/polling?topic=quotes&topic=trades');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(framesOf(await response.text()).map((frame) => 'topic' in frame && frame.topic)).toEqual([
      'quotes',
      'trades',
    ]);
  });

  it('tells a cursor of another life that there is a gap, and begins anew', async () => {
    await served.publish('ACME', { bid: 10 });
    const frames = await poll('topic=quotes&quotes.cursor=other:99');
    expect(frames).toMatchObject([{ type: 'gap', reason: 'epoch', lost: null }, { type: 'snapshot' }]);
  });

  it('stamps each answer with the time of its writing', async () => {
    await served.publish('ACME', { bid: 10 });
    const [first] = await poll('topic=quotes');
    served.clock.ms += 7;
    const [second] = await poll('topic=quotes');
    expect((second?.writtenAt ?? 0) - (first?.writtenAt ?? 0)).toBe(7);
  });

  it.each(['polling', 'long-polling'])(
    'refuses limits at %s, whose asker asks later instead',
    async (name) => {
      const response = await served.get(`/feed/${name}?topic=quotes&maxFrequency=2`);
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'bad_request' }]);
    },
  );

  it('leaves no session behind', async () => {
    await poll('topic=quotes');
    expect(served.rim.connections.size).toBe(0);
  });
});
