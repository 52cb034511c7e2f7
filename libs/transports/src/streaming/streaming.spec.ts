import { decodeFrame } from '@tickway/protocol';
import { framesOf, serve, settle, until, virtualTime, type Served } from '../testing/serve';
import { Wire } from '../testing/wire';

describe('streaming', () => {
  let served: Served;
  let wire: Wire;

  beforeEach(async () => {
    virtualTime();
    served = await serve({ heartbeatMs: 15_000, lifetimeMs: 600_000 });
    await served.publish('ACME', { bid: 10 });
    wire = await Wire.open(served.port);
  });
  afterEach(async () => {
    wire.socket.destroy();
    await served.stop();
    jest.useRealTimers();
  });

  const body = () => wire.text.slice(wire.text.indexOf('\r\n\r\n') + 4);
  const advance = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 1_000) {
      jest.advanceTimersByTime(1_000);
      await settle(3);
    }
  };

  it('sends Server-Sent Events whose id resumes', async () => {
    wire.get('/feed/streaming?topic=quotes&topic=trades');
    await wire.until('"trades"');
    await served.publish('ACME', { bid: 11 });
    await wire.until('delta');
    const events = body().trimEnd().split('\n\n');
    expect(events[0]).toMatch(/^retry: \d+$/);
    // Two frames of one take: only after the second may a receiver resume behind both.
    expect(events[1]).toMatch(/^data: /);
    expect(events[2]).toMatch(/^id: quotes@e1:1,trades@e1:0\ndata: /);
    expect(events[3]).toMatch(/^id: quotes@e1:2,trades@e1:0\ndata: /);
    expect(decodeFrame(events[3]?.split('data: ')[1] ?? '')).toMatchObject({
      rows: [{ fields: { bid: 11 } }],
    });
  });

  it('goes on from Last-Event-ID, whatever the query says', async () => {
    await served.publish('ACME', { ask: 12 });
    wire.get('/feed/streaming?topic=quotes&quotes.cursor=e1:0', ['Last-Event-ID: quotes@e1:1']);
    await wire.until('"from":"e1:1"');
    expect(body()).toContain('"rows":[["ACME",{"ask":12},2]]');
  });

  it('refuses a Last-Event-ID that is no cursors', async () => {
    wire.get('/feed/streaming?topic=quotes', ['Last-Event-ID: <script>']);
    expect(await wire.until('"code"')).toMatch(/^HTTP\/1.1 400 .*"bad_cursor"/s);
    expect(wire.text).not.toContain('script');
  });

  it('sends one frame a line to who accepts that', async () => {
    wire.get('/feed/streaming?topic=quotes', ['Accept: application/x-ndjson']);
    await wire.until('snapshot');
    await settle();
    expect(wire.text).toContain('Content-Type: application/x-ndjson');
    expect(framesOf(body())).toMatchObject([{ type: 'snapshot' }]);
  });

  it('does not begin in the middle of another answer', async () => {
    wire.get('/feed/long-polling?topic=quotes&quotes.cursor=e1:1');
    wire.get('/feed/streaming?topic=quotes');
    await until(() => served.rim.connections.size > 0);
    await served.publish('ACME', { bid: 11 });
    const [, first, second] = (await wire.until('busy')).split('HTTP/1.1 ');
    expect([first, second]).toEqual([expect.stringContaining('"delta"'), expect.stringMatching(/^409 /)]);
  });

  it('asks proxies to keep nothing back', async () => {
    wire.get('/feed/streaming?topic=quotes');
    await wire.until('snapshot');
    expect(wire.text).toContain('X-Accel-Buffering: no\r\n');
    expect(wire.text).toContain('Cache-Control: no-store, no-transform\r\n');
  });

  it('sends a heartbeat after 15 s of silence, and none while there is something to tell', async () => {
    wire.get('/feed/streaming?topic=quotes');
    await wire.until('snapshot');
    for (let i = 0; i < 4; i++) {
      await advance(10_000);
      await served.publish('ACME', { bid: 20 + i });
      await wire.until(`{"bid":${20 + i}}`);
    }
    expect(body()).not.toContain('heartbeat');
    await advance(14_000);
    expect(body()).not.toContain('heartbeat');
    await advance(3_000);
    await wire.until('heartbeat');
  });

  it('merges what a viewer’s own limits make it tell later, and the revision counts it', async () => {
    wire.get('/feed/streaming?topic=quotes&maxFrequency=0.5');
    await wire.until('snapshot');
    for (const bid of [11, 12, 13]) await served.publish('ACME', { bid });
    await advance(1_000);
    expect(body()).not.toContain('delta');
    await advance(1_000);
    const row = '["ACME",{"bid":13},4]';
    expect(await wire.until('delta')).toContain(`"from":"e1:1","cursor":"e1:4"`);
    expect(body()).toContain(row);
  });

  it.each(['maxFrequency=51', 'maxFrequency=', 'maxBandwidth=1e6', 'maxFrequency=1&maxFrequency=2'])(
    'refuses the limits %s',
    async (limits) => {
      wire.get(`/feed/streaming?topic=quotes&${limits}`);
      expect(await wire.until('bad_request')).toContain('HTTP/1.1 400 ');
    },
  );

  it('ends after its lifetime and lets resume at once', async () => {
    wire.get('/feed/streaming?topic=quotes');
    await wire.until('snapshot');
    await advance(598_000);
    expect(body()).not.toContain('bye');
    await advance(4_000);
    expect(await wire.until('bye')).toContain('{"type":"bye","code":"lifetime","retryAfterMs":0,');
    await wire.ended();
    expect(served.rim.connections.size).toBe(0);
  });

  it('says goodbye when the server stops', async () => {
    wire.get('/feed/streaming?topic=quotes');
    await wire.until('snapshot');
    await served.rim.connections.goodbye();
    expect(await wire.until('bye')).toContain('{"type":"bye","code":"shutdown","retryAfterMs":2500,');
    await wire.ended();
  });

  it('forgets a receiver that goes away', async () => {
    wire.get('/feed/streaming?topic=quotes');
    await wire.until('snapshot');
    wire.socket.destroy();
    await until(() => served.rim.connections.size === 0);
    await served.publish('ACME', { bid: 99 });
    expect(served.rim.traffic.snapshot().streaming).toMatchObject({ open: 0, frames: 1 });
  });
});
