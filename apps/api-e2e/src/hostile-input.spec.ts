import { errorCodes, limits, parseTopic, type ErrorCode } from '@tickway/protocol';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { within } from './harness/deadline';
import { isOf } from './harness/frame-kind';
import { Ingest, set } from './harness/ingest';
import type { Receiver } from './harness/receiver';
import { Server } from './harness/server';
import { openWebSocket } from './lines/websocket';

const MARK = 'xyzzy';
const topic = parseTopic('latest-1');
const DEEP = 5_000;
const deep = `${'['.repeat(DEEP)}"${MARK}"${']'.repeat(DEEP)}`;
const big = `"${MARK.repeat(limits.messageBytes / MARK.length + 1)}"`;

let server: Server;
let other: Receiver;
let rounds = 0;

beforeAll(async () => {
  server = await Server.start(Ingest.settings([topic]));
  other = openWebSocket(server.url, [{ topic }]).receiver;
  await other.next(isOf('snapshot', topic), 'a snapshot');
});

afterEach(async () => {
  const round = ++rounds;
  await new Ingest(server.url).publish(topic, [set('A', { round })]);
  await other.until(
    () => [...other.of(topic).state.values()].some((held) => held.round === round),
    'the others',
  );
  expect(server.output).not.toContain(MARK);
});

afterAll(() => server.stop());

/** Everything a socket is told until it is closed, and the close code. */
async function talk(path: string, say: (socket: WebSocket) => void) {
  const socket = new WebSocket(server.url.replace('http', 'ws') + path);
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push(data.toString()));
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(([code]: unknown[]) => code);
  await within(once(socket, 'open'), () => 'the socket');
  say(socket);
  const code = await within(closed, () => `the end; heard ${heard.join(' ')}`).finally(() =>
    socket.terminate(),
  );
  return { code, heard: heard.join('\n') };
}

describe('a websocket', () => {
  it.each<[string, string | Buffer, ErrorCode]>([
    ['text that is not JSON', `{${MARK}`, 'bad_request'],
    ['JSON that is no message', `["${MARK}"]`, 'bad_request'],
    ['a message of another type', `{"type":"${MARK}"}`, 'bad_request'],
    [`JSON nested ${DEEP} deep`, deep, 'too_deep'],
    ['a frame over 16 KiB', big, 'too_large'],
    ['a binary frame', Buffer.from(MARK), 'unsupported'],
  ])('that sends %s is closed with the code of that, and nothing is repeated', async (_, bad, code) => {
    const { code: closed, heard } = await talk('/feed/websocket', (socket) => socket.send(bad));
    expect(closed).toBe(errorCodes[code].close);
    expect(heard).not.toContain(MARK);
    // Over the limit, RFC 6455's own code says it all.
    if (code !== 'too_large') expect(JSON.parse(heard)).toMatchObject({ type: 'bye', code });
  });

  it('that goes on asking for what there is not is closed after 20 refusals', async () => {
    const unknown = JSON.stringify({ type: 'subscribe', subscriptions: [{ topic: 'nowhere' }] });
    const { code, heard } = await talk('/feed/websocket', (socket) => {
      for (let i = 0; i < 25; i++) socket.send(unknown);
    });
    expect(code).toBe(errorCodes.too_many_errors.close);
    expect(heard.match(/"unknown_topic"/g)).toHaveLength(20);
  });

  it.each(['/feed/websocket', '/feed/socket.io/?EIO=4&transport=websocket'])(
    'of a page of another origin is refused at %s',
    async (path) => {
      const socket = new WebSocket(server.url.replace('http', 'ws') + path, {
        origin: 'https://evil.example',
      });
      socket.on('error', () => undefined);
      const [, answer] = (await within(once(socket, 'unexpected-response'), () => 'an answer')) as [
        unknown,
        { statusCode: number },
      ];
      expect(answer.statusCode).toBe(403);
    },
  );
});

describe('a socket.io connection', () => {
  // Engine.IO by hand: 0 open, 4 message; Socket.IO in it: 0 connect, 2 event.
  it.each<[string, string | Buffer, ErrorCode | undefined]>([
    ['an event that is not JSON', `42["subscribe",{${MARK}`, 'bad_request'],
    ['an event that is no message', `42["subscribe",["${MARK}"]]`, 'bad_request'],
    [`JSON nested ${DEEP} deep`, `42["subscribe",${deep}]`, 'too_deep'],
    ['a frame over 16 KiB', `42["subscribe",${big}]`, undefined],
    ['a binary frame', Buffer.from(MARK), 'unsupported'],
    ['an announced attachment', `451-["subscribe",{"_placeholder":true,"num":0,"${MARK}":1}]`, 'bad_request'],
  ])('that sends %s is told goodbye with the code of that, and nothing is repeated', async (_, bad, code) => {
    const { heard } = await talk('/feed/socket.io/?EIO=4&transport=websocket', (socket) => {
      socket.send('40');
      socket.on('message', (data: Buffer) => data.toString().startsWith('40') && socket.send(bad));
    });
    expect(heard).not.toContain(MARK);
    if (code) expect(heard).toContain(`"type":"bye","code":"${code}"`);
  });
});

describe('ingest', () => {
  const good = `{"key":"B","fields":{"x":1}}\n`;

  it.each<[string, string, ErrorCode]>([
    ['a line that is not JSON', `${good}{${MARK}`, 'bad_request'],
    ['a line that is no update', `${good}{"key":"B","${MARK}":1}`, 'bad_request'],
    [`a line nested ${DEEP} deep`, good + deep, 'too_deep'],
    ['a line over 16 KiB', good + big, 'too_large'],
  ])('refuses a body with %s whole, with its code, and repeats nothing', async (_, body, code) => {
    const answer = await new Ingest(server.url).post(topic, body);
    const text = await answer.text();
    expect(answer.status).toBe(errorCodes[code].status);
    expect(JSON.parse(text)).toMatchObject({ type: 'error', code });
    expect(text).not.toContain(MARK);
    expect(other.of(topic).rows.some(({ key }) => key === 'B')).toBe(false);
  });

  it('refuses a wrong token, an unknown topic and a topic of the server’s own', async () => {
    const ingest = new Ingest(server.url);
    expect((await ingest.post(topic, good, 'a-wrong-token')).status).toBe(401);
    expect((await ingest.post('nowhere', good)).status).toBe(404);
    expect((await ingest.post('quotes', good)).status).toBe(404);
  });

  it('is off by default', async () => {
    const plain = await Server.start();
    const answer = await new Ingest(plain.url).post(topic, good);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ type: 'error', code: 'disabled' });
    await plain.stop();
  });
});

describe('an HTTP request', () => {
  it.each([
    ['a head over 16 KiB', `/feed/polling?topic=${topic}&${MARK.repeat(4_000)}`, 431],
    ['an address that nobody answers', `/feed/${MARK}`, 404],
    ['a path that cannot be decoded', `/${MARK}%ff%`, 400],
  ])('with %s is refused, and nothing is repeated', async (_, path, status) => {
    const answer = await fetch(server.url + path);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain(MARK);
  });

  it('of another method is refused with the method that is spoken', async () => {
    const answer = await fetch(`${server.url}/feed/polling?topic=${topic}`, { method: 'POST', body: MARK });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
    expect(await answer.json()).toMatchObject({ type: 'error', code: 'method_not_allowed' });
  });
});
