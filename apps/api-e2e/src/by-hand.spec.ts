import { decodeFrame, formatCursor, parseTopic, type Received } from '@tickway/protocol';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { within } from './harness/deadline';
import { isOf } from './harness/frame-kind';
import { Ingest, set } from './harness/ingest';
import { Server } from './harness/server';

const topic = parseTopic('events');

let server: Server;
let ingest: Ingest;

beforeAll(async () => {
  server = await Server.start(Ingest.settings([`${topic}:every`]));
  ingest = new Ingest(server.url);
});

afterAll(() => server.stop());

/** What `curl` would get: an answer, read as far as a test wants. */
async function curl(path: string, headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> {
  const request = get(server.url + path, { headers });
  const [answer] = (await within(once(request, 'response'), () => path)) as [IncomingMessage];
  return answer.setEncoding('utf8');
}

/** Reads an answer until `enough` of its text has come, then hangs up. */
async function textOf(answer: IncomingMessage, enough: (text: string) => boolean): Promise<string> {
  let text = '';
  const read = async () => {
    for await (const chunk of answer) {
      text += String(chunk);
      if (enough(text)) break;
    }
    return text;
  };
  return within(read(), () => `enough of: ${text}`).finally(() => answer.destroy());
}

const framesOf = async (path: string): Promise<readonly Received[]> => {
  const text = await textOf(await curl(path), () => false);
  return text.trimEnd().split('\n').map(decodeFrame);
};

describe('with curl alone', () => {
  it('polling is followed by putting each answer’s cursor into the next request', async () => {
    await ingest.publish(topic, [set('A', { n: 1 })]);
    const [snapshot] = await framesOf(`/feed/polling?topic=${topic}`);
    if (!snapshot || !isOf('snapshot', topic)(snapshot)) throw new Error('no snapshot');
    const next = `/feed/polling?topic=${topic}&${topic}.cursor=${formatCursor(snapshot.cursor)}`;
    expect(await framesOf(next)).toEqual([
      expect.objectContaining({ type: 'heartbeat', cursors: { [topic]: snapshot.cursor } }),
    ]);
    await ingest.publish(topic, [set('A', { n: 2 })]);
    expect(await framesOf(next)).toEqual([
      expect.objectContaining({ type: 'delta', rows: [expect.objectContaining({ fields: { n: 2 } })] }),
    ]);
  });

  it('long polling holds the request until there is something, or until the end of the wait', async () => {
    const [snapshot] = await framesOf(`/feed/long-polling?topic=${topic}`);
    if (!snapshot || !isOf('snapshot', topic)(snapshot)) throw new Error('no snapshot');
    const next = `/feed/long-polling?topic=${topic}&${topic}.cursor=${formatCursor(snapshot.cursor)}`;
    expect(await framesOf(`${next}&waitMs=50`)).toEqual([expect.objectContaining({ type: 'heartbeat' })]);
    const held = framesOf(next);
    await server.holding('long-polling');
    await ingest.publish(topic, [set('A', { n: 3 })]);
    expect(await held).toEqual([
      expect.objectContaining({ type: 'delta', rows: [expect.objectContaining({ fields: { n: 3 } })] }),
    ]);
  });

  it('streaming gives events whose id resumes them, as an EventSource does', async () => {
    const first = await curl(`/feed/streaming?topic=${topic}`);
    expect(first.headers['content-type']).toBe('text/event-stream');
    expect(first.headers['cache-control']).toContain('no-store');
    const text = await textOf(first, (read) => /^id: .*\ndata: .*\n\n/m.test(read));
    const id = /^id: (.*)$/m.exec(text)?.[1] ?? '';
    expect(id).toMatch(new RegExp(`^${topic}@[a-z0-9]+:\\d+$`));

    await ingest.publish(topic, [set('A', { n: 4 })]);
    const second = await curl(`/feed/streaming?topic=${topic}`, { 'Last-Event-ID': id });
    const resumed = await textOf(second, (read) => /^data: .*\n\n/m.test(read));
    expect(decodeFrame(/^data: (.*)$/m.exec(resumed)?.[1] ?? '')).toMatchObject({
      type: 'delta',
      rows: [{ fields: { n: 4 } }],
    });
  });

  it('streaming gives one frame a line to whoever accepts that', async () => {
    const answer = await curl(`/feed/streaming?topic=${topic}`, { Accept: 'application/x-ndjson' });
    expect(answer.headers['content-type']).toBe('application/x-ndjson');
    const text = await textOf(answer, (read) => read.includes('\n'));
    expect(decodeFrame(text.slice(0, text.indexOf('\n')))).toMatchObject({ type: 'snapshot', topic });
  });

  it('the clock tells the server’s time', async () => {
    const { now }: { now?: number } = JSON.parse(await textOf(await curl('/feed/clock'), () => false));
    expect(Math.abs(Number(now) - Date.now())).toBeLessThan(5_000);
  });
});
