import { serve, settle, virtualTime, type Served } from './testing/serve';
import { Wire } from './testing/wire';

const ROUNDS = 400;
const ROW_BYTES = 50_000;

// More than the kernel's buffers of both ends hold on loopback.
const big = (round: number) => ({ text: `${round}:`.padEnd(ROW_BYTES, 'x') });

describe.each(['streaming', 'websocket'])('a stalled reader of %s', (name) => {
  let served: Served;
  let wire: Wire;

  beforeEach(async () => {
    virtualTime();
    served = await serve({ slowMs: 10_000 });
    await served.publish('ACME', big(0));
    wire = await Wire.open(served.port);
    if (name === 'websocket') wire.upgrade('/feed/websocket?topic=quotes');
    else wire.get('/feed/streaming?topic=quotes');
    await wire.until('snapshot');
    wire.socket.pause();
  });
  afterEach(async () => {
    wire.socket.destroy();
    await served.stop();
    jest.useRealTimers();
  });

  const publishAll = async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      await served.publish('ACME', big(round));
      await settle(1);
    }
  };
  const counted = () => served.rim.traffic.snapshot()[name];

  it('gets one take into its socket and then nothing, and catches up in one merged frame', async () => {
    await publishAll();
    const stalled = counted()?.frames ?? 0;
    expect(stalled).toBeLessThan(ROUNDS / 2);
    await served.publish('ACME', big(ROUNDS + 1));
    await settle();
    expect(counted()?.frames).toBe(stalled);

    wire.socket.resume();
    const text = await wire.until(`"text":"${ROUNDS + 1}:`);
    const deltas = [...text.matchAll(/"from":"e1:(\d+)","cursor":"e1:(\d+)"/g)];
    deltas.forEach(([, from], i) => expect(from).toBe(deltas[i - 1]?.[2] ?? '1'));
    expect(deltas.length).toBeLessThanOrEqual(stalled + 1);
    expect(deltas.at(-1)?.[2]).toBe(`${ROUNDS + 2}`);
  });

  it('is closed with slow after ten seconds, and its socket given back', async () => {
    await publishAll();
    jest.advanceTimersByTime(9_000);
    await settle();
    expect(served.rim.connections.size).toBe(1);
    jest.advanceTimersByTime(2_000);
    await settle();
    jest.advanceTimersByTime(3_000);
    await settle();
    expect(served.rim.connections.size).toBe(0);
  });
});
