import { transportNames, type TransportName } from '@tickway/protocol';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { within } from './harness/deadline';
import { Ingest } from './harness/ingest';
import { Server } from './harness/server';

/** Requests a second; five at once. */
const RATE = 1;
const FLOOD = 30;
const refusals = { rate: { status: 429, code: 'rate' }, full: { status: 503, code: 'over_capacity' } };
const addresses: Readonly<Record<TransportName, string>> = {
  polling: '/feed/polling?topic=alone',
  'long-polling': '/feed/long-polling?topic=alone&waitMs=0',
  streaming: '/feed/streaming?topic=alone',
  websocket: '/feed/websocket?topic=alone',
  'socket.io': '/feed/socket.io/?EIO=4&transport=websocket',
};
const upgrade = {
  ...{ Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' },
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

let server: Server;
const endings: (() => void)[] = [];

beforeAll(async () => {
  server = await Server.start({
    ...Ingest.settings(['alone']),
    ...{ TICKWAY_PROXIES: '127.0.0.1', TICKWAY_REQUEST_RATE: `${RATE}`, TICKWAY_CAPACITY_PER_ADDRESS: '2' },
  });
});
afterEach(() => endings.splice(0).forEach((end) => end()));
afterAll(() => server.stop());

/** Asks as a proxy does for a viewer; gives the answer's status, and its code if it is a refusal. */
async function ask(transport: TransportName, viewer: string): Promise<unknown> {
  const socket = transport === 'websocket' || transport === 'socket.io';
  const headers = { 'X-Forwarded-For': `198.51.100.9, ${viewer}`, ...(socket && upgrade) };
  const request = get(server.url + addresses[transport], { headers, agent: false });
  endings.push(() => request.destroy());
  request.on('error', () => undefined);
  const [answer] = (await within(
    Promise.race([once(request, 'response'), once(request, 'upgrade')]),
    () => 'an answer',
  )) as [IncomingMessage];
  if (answer.statusCode !== 429 && answer.statusCode !== 503) return answer.statusCode;
  const [body] = (await once(answer.setEncoding('utf8'), 'data')) as [string];
  const { code } = JSON.parse(body) as { code?: unknown };
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  return { status: answer.statusCode, code };
}

describe.each(transportNames)('%s', (transport) => {
  const viewer = (number: number) => `203.0.113.${10 * transportNames.indexOf(transport) + number}`;

  it('refuses a viewer behind a proxy who asks too often, with a code, and no other viewer', async () => {
    const flood = await Promise.all(Array.from({ length: FLOOD }, () => ask('polling', viewer(1))));
    expect(flood).toContainEqual(refusals.rate);
    // A slow machine gives the viewer time to earn another.
    const asked = [await ask(transport, viewer(1)), await ask(transport, viewer(1))];
    expect(asked).toContainEqual(refusals.rate);
    expect(await ask(transport, viewer(2))).toBeLessThan(300);
  });

  it('refuses a viewer behind a proxy who holds all that he may, unless it holds nothing itself', async () => {
    await ask('streaming', viewer(3));
    await ask('streaming', viewer(3));
    expect(await ask(transport, viewer(3))).toEqual(transport === 'polling' ? 200 : refusals.full);
    expect(await ask(transport, viewer(4))).toBeLessThan(300);
  });
});

it('does not limit this machine, and counts what it told', async () => {
  const { codes } = JSON.parse(await (await fetch(`${server.url}/stats`)).text()) as {
    codes?: Readonly<Record<string, number>>;
  };
  expect(codes?.rate).toBeGreaterThanOrEqual(transportNames.length);
  expect(codes?.over_capacity).toBe(transportNames.length - 1);
});
