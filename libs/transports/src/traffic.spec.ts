import { serve, settle, type Served } from './testing/serve';
import { Wire } from './testing/wire';

describe('traffic', () => {
  let served: Served;
  let wire: Wire;

  beforeEach(async () => {
    served = await serve();
    await served.publish('ACME', { bid: 10 });
    wire = await Wire.open(served.port);
  });
  afterEach(async () => {
    wire.socket.destroy();
    await served.stop();
  });

  const counts = (name: string) => served.rim.traffic.snapshot()[name];
  const written = () => wire.socket.bytesWritten;

  it('counts of a poll exactly the bytes on the wire, head and body, both ways', async () => {
    wire.get('/feed/polling?topic=quotes');
    await wire.until('writtenAt');
    await settle();
    expect(counts('polling')).toEqual({
      open: 0,
      requests: 1,
      frames: 1,
      rows: 1,
      bytesRead: written(),
      bytesWritten: wire.length,
      loopMs: expect.any(Number),
    });
  });

  it('times what it answers, takes and writes, and none of the others’', async () => {
    wire.get('/feed/polling?topic=quotes');
    await wire.until('writtenAt');
    const polled = counts('polling')?.loopMs ?? 0;
    expect(polled).toBeGreaterThan(0);
    const follower = await Wire.open(served.port);
    follower.upgrade('/feed/websocket?topic=quotes');
    await follower.until('snapshot');
    const opened = counts('websocket')?.loopMs ?? 0;
    expect(opened).toBeGreaterThan(0);
    await served.publish('ACME', { bid: 11 });
    await follower.until('delta');
    follower.socket.destroy();
    expect(counts('websocket')?.loopMs).toBeGreaterThan(opened);
    expect(counts('polling')?.loopMs).toBe(polled);
    expect(counts('streaming')?.loopMs).toBe(0);
  });

  it('shares a kept connection out among those who used it', async () => {
    wire.get('/feed/polling?topic=quotes');
    await wire.until('writtenAt');
    const [askedFirst, gotFirst] = [written(), wire.length];
    wire.get('/page');
    await wire.until('beside the feed');
    wire.get('/feed/clock');
    await wire.until('"now"');
    await settle();
    const [asked, got] = [written(), wire.length];
    wire.get('/feed/long-polling?topic=trades');
    await wire.until('"trades"');
    await settle();
    expect(counts('polling')).toMatchObject({ bytesRead: askedFirst, bytesWritten: gotFirst });
    expect(counts('long-polling')).toMatchObject({
      bytesRead: written() - asked,
      bytesWritten: wire.length - got,
    });
  });

  it.each(['streaming', 'websocket'])(
    'counts of %s while it is open, handshake and framing included',
    async (name) => {
      if (name === 'websocket') wire.upgrade('/feed/websocket?topic=quotes');
      else wire.get('/feed/streaming?topic=quotes');
      await wire.until('snapshot');
      await served.publish('ACME', { bid: 11 });
      await wire.until('delta');
      await settle();
      expect(counts(name)).toEqual({
        open: 1,
        requests: 1,
        frames: 2,
        rows: 2,
        bytesRead: written(),
        bytesWritten: wire.length,
        loopMs: expect.any(Number),
      });
    },
  );
});
