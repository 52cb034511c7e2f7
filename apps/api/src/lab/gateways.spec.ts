import { clearNetwork, VirtualClock } from '@tickway/gateway';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { GATEWAY_LIFETIME_MS, Gateways, MOST_GATEWAYS } from './gateways';

const guest = { hostName: '127.0.0.1', origin: 'http://127.0.0.1:3000' };

function make() {
  const clock = new VirtualClock();
  const entered: Socket[] = [];
  let made = 0;
  const gateways = new Gateways({
    ...{ host: '127.0.0.1', clock, random: () => 0.5, newId: () => `g${++made}` },
    enter: (socket) => entered.push(socket),
  });
  // What a spec that fails leaves open would keep the whole run from its end.
  endings.push(() => {
    gateways.closeAll();
    for (const socket of entered) socket.destroy();
  });
  return { clock, entered, gateways };
}

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const isGone = (gateways: Gateways, id: string) =>
  expect(() => gateways.renew(id)).toThrow(expect.objectContaining({ code: 'not_found' }));

describe('the gateways of a server', () => {
  it('are so many and no more, and one that is closed makes room', async () => {
    const { clock, gateways } = make();
    await Promise.all(Array.from({ length: MOST_GATEWAYS }, () => gateways.open(guest, clearNetwork)));
    const full = expect.objectContaining({ code: 'over_capacity' });
    await expect(gateways.open(guest, clearNetwork)).rejects.toThrow(full);
    gateways.close('g3');
    isGone(gateways, 'g3');
    await gateways.open(guest, clearNetwork);
    gateways.closeAll();
    expect(clock.waiting).toBe(0);
  });

  it('are forgotten when nobody asks for them any more', async () => {
    const { clock, gateways } = make();
    const { id, origin } = await gateways.open(guest, clearNetwork);
    clock.pass(GATEWAY_LIFETIME_MS - 1);
    expect(gateways.renew(id).expiresAt).toBe(clock.now() + GATEWAY_LIFETIME_MS);
    clock.pass(GATEWAY_LIFETIME_MS - 1);
    gateways.set(id, { ...clearNetwork, rttMs: 5 });
    clock.pass(GATEWAY_LIFETIME_MS);
    isGone(gateways, id);
    expect(clock.waiting).toBe(0);
    const [error] = (await once(connect(Number(new URL(origin).port), '127.0.0.1'), 'error')) as [Error];
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('know their own connections, for whom they are, and no others', async () => {
    const { clock, entered, gateways } = make();
    const { origin, id } = await gateways.open(guest, clearNetwork);
    const viewer = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(viewer, 'connect');
    while (entered.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(entered.map((socket) => gateways.guestOn(socket))).toEqual([guest]);
    expect(gateways.guestOn(viewer)).toBeUndefined();
    expect(gateways.renew(id).traffic.connections).toBe(1);
    gateways.closeAll();
    await once(viewer, 'close');
    expect(clock.waiting).toBe(0);
  });

  it('are none after the end', async () => {
    const { clock, gateways } = make();
    const late = gateways.open(guest, clearNetwork);
    gateways.closeAll();
    const ended = expect.objectContaining({ code: 'shutdown' });
    await expect(late).rejects.toThrow(ended);
    await expect(gateways.open(guest, clearNetwork)).rejects.toThrow(ended);
    expect(clock.waiting).toBe(0);
  });

  it('tell what went over their wire, each its own', async () => {
    const { clock, entered, gateways } = make();
    const [one, other] = [await gateways.open(guest, clearNetwork), await gateways.open(guest, clearNetwork)];
    const viewer = connect(Number(new URL(one.origin).port), '127.0.0.1');
    viewer.write('GET /feed/polling?topic=quotes HTTP/1.1\r\nHost: here\r\n\r\n');
    while (gateways.wire(one.id, 1).events.length === 0)
      await new Promise((resolve) => setImmediate(resolve));
    expect(gateways.wire(one.id, 1)).toMatchObject({
      ...{ now: clock.now(), oldest: 1, next: 2 },
      events: [{ n: 1, connection: 1, from: 'viewer', kind: 'request', framing: 55, payload: 0 }],
    });
    expect(gateways.wire(other.id, 1).events).toEqual([]);
    gateways.closeAll();
    await once(viewer, 'close');
    for (const socket of entered) socket.destroy();
  });
});
