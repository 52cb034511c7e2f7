import { errorCodes, type ErrorCode, type TransportName } from '@tickway/protocol';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { within } from '../harness/deadline';

/** A wish that cannot be granted, in the two forms in which it can be said. */
export interface Refusable {
  /** With which it is to be refused. */
  readonly code: ErrorCode;
  readonly query: string;
  readonly subscriptions: readonly object[];
  readonly limits?: object;
}

/** What the server answered. */
export interface Refused {
  readonly code: unknown;
  /** All that it said, head and body. */
  readonly text: string;
}

type Refuse = (url: string, bad: Refusable) => Promise<Refused>;

const overHttp =
  (path: string): Refuse =>
  async (url, { query, code }) => {
    const answer = await fetch(`${url}/feed/${path}?${query}`);
    const body = await answer.text();
    expect(answer.status).toBe(errorCodes[code].status);
    expect(answer.headers.get('content-type')).toContain('application/json');
    const said: unknown = JSON.parse(body);
    expect(said).toEqual({
      type: 'error',
      code: expect.any(String) as string,
      message: expect.any(String) as string,
      writtenAt: expect.any(Number) as number,
    });
    return { code: codeOf(said), text: body + [...answer.headers].join() };
  };

const overWebSocket: Refuse = async (url, { subscriptions, limits }) => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/feed/websocket`);
  socket.on('open', () => socket.send(JSON.stringify({ type: 'subscribe', subscriptions, limits })));
  const said = new Promise<string>((resolve) =>
    socket.once('message', (data: Buffer) => resolve(data.toString())),
  );
  const text = await within(said, () => 'the refusal').finally(() => socket.terminate());
  return { code: codeOf(JSON.parse(text)), text };
};

const overSocketIo: Refuse = async (url, { subscriptions, limits }) => {
  const socket = io(url, {
    path: '/feed/socket.io',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  socket.emit('subscribe', { type: 'subscribe', subscriptions, limits });
  const said = new Promise<unknown>((resolve) => socket.once('frame', resolve));
  const frame = await within(said, () => 'the refusal').finally(() => socket.disconnect());
  return { code: codeOf(frame), text: JSON.stringify(frame) };
};

const codeOf = (said: unknown): unknown =>
  typeof said === 'object' && said !== null && 'code' in said ? said.code : undefined;

/** Says what cannot be granted, over each of the transports. */
export const refuse: Readonly<Record<TransportName, Refuse>> = {
  'socket.io': overSocketIo,
  websocket: overWebSocket,
  streaming: overHttp('streaming'),
  'long-polling': overHttp('long-polling'),
  polling: overHttp('polling'),
};
