import { cuts } from '../testing/cuts';
import { maskedFrame } from '../wire/masked-frame';
import { opcodes } from '../wire/web-socket-frames';
import type { WireEvent } from './wire-event';
import { WireLog } from './wire-log';

/** What a log says after bytes have come in pieces, each side after the other. */
function listen(said: readonly (readonly [from: 'viewer' | 'server', bytes: Buffer])[]) {
  const log = new WireLog(() => 1_000);
  const tap = log.tap();
  for (const [from, bytes] of said)
    if (from === 'viewer') tap.fromViewer(bytes);
    else tap.toViewer(bytes);
  return log.since(1).events;
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const bytesOf = (events: readonly WireEvent[], from: 'viewer' | 'server') =>
  events.filter((event) => event.from === from).reduce((sum, one) => sum + one.framing + one.payload, 0);

const REQUEST = 'GET /feed/polling?topic=quotes HTTP/1.1\r\nHost: here\r\nCookie: session=secret\r\n\r\n';

/** A server's text frame. */
const frame = (text: string) => Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]);

describe('the wire’s log', () => {
  it('tells a poll as request, answer, its lines and its end, and counts every byte however it is cut', () => {
    const answer =
      'HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n' +
      '5\r\n{"a"}\r\n8\r\n\n{"bc":1\r\n2\r\n}\n\r\n0\r\n\r\n';
    for (const pieces of cuts(answer)) {
      const events = listen([
        ['viewer', latin(REQUEST)],
        ...pieces.map((piece) => ['server', piece] as const),
      ]);
      expect(events.map(({ kind }) => kind)).toEqual(['request', 'answer', 'unit', 'unit', 'end']);
      expect(events[3]).toMatchObject({ form: 'line', text: '{"bc":1}\n', path: '/feed/polling' });
      expect([bytesOf(events, 'viewer'), bytesOf(events, 'server')]).toEqual([REQUEST.length, answer.length]);
    }
  });

  it('tells each event of a stream by itself', () => {
    const body = 'id: a:1\ndata: {"type":"snapshot"}\n\n: hush\n\ndata: {"type":"del';
    const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    for (const pieces of cuts(answer)) {
      const events = listen(pieces.map((piece) => ['server', piece] as const));
      expect(events.flatMap((event) => (event.kind === 'unit' ? [event.text] : []))).toEqual([
        'id: a:1\ndata: {"type":"snapshot"}\n\n',
        ': hush\n\n',
        'data: {"type":"del',
      ]);
      expect(bytesOf(events, 'server')).toBe(answer.length);
    }
  });

  it('tells WebSocket frames of both sides after the 101, the viewer’s without their mask', () => {
    const handshake = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n';
    const server = Buffer.concat([latin(handshake), frame('{"type":"heartbeat"}'), frame('2')]);
    const asked = maskedFrame(opcodes.text, Buffer.from('{"type":"subscribe"}'), () => 0.4);
    for (const pieces of cuts(server.toString('latin1'))) {
      const events = listen([
        ['viewer', latin(REQUEST)],
        ...pieces.map((piece) => ['server', piece] as const),
        ['viewer', asked],
      ]);
      expect(events.map(({ kind }) => kind)).toEqual(['request', 'answer', 'frame', 'frame', 'frame']);
      expect(events[4]).toMatchObject({
        ...{ from: 'viewer', framing: 6, payload: 20, opcode: opcodes.text },
        ...{ final: true, compressed: false, text: '{"type":"subscribe"}' },
      });
      expect(bytesOf(events, 'server')).toBe(server.length);
    }
  });

  it('keeps no cookie, token or password', () => {
    const request = 'GET /x?token=hush&a=1 HTTP/1.1\r\nAuthorization: Bearer hush\r\nX: y\r\n\r\n';
    const answer = 'HTTP/1.1 204 No\r\nSet-Cookie: a=hush\r\n\r\n';
    const told = JSON.stringify(
      listen([
        ['viewer', latin(request)],
        ['server', latin(answer)],
      ]),
    );
    expect(told).not.toContain('hush');
    expect(told).toContain('X: y');
  });

  it('shows what is no text as bytes', () => {
    const answer = Buffer.concat([
      latin('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n'),
      Buffer.from([0x82, 0xa1, 0x00, 0xff]),
    ]);
    expect(listen([['server', answer]])[1]).toMatchObject({ form: 'piece', text: '82 a1 00 ff' });
  });

  it('only counts what is neither HTTP nor WebSocket, and disturbs nobody', () => {
    const events = listen([
      ['viewer', latin('SSH-2.0-OpenSSH\r\n\r\n')],
      ['viewer', latin('more')],
    ]);
    expect(events).toMatchObject([
      { kind: 'unread', payload: 19 },
      { kind: 'unread', payload: 4 },
    ]);
  });

  it('keeps a bounded number of events and says from where on', () => {
    const log = new WireLog(() => 0);
    const tap = log.tap();
    for (let i = 0; i < 5_000; i++) tap.fromViewer(latin(REQUEST));
    const { oldest, next, events } = log.since(1);
    expect([oldest, next, events.length, events[0]?.n]).toEqual([1_001, 2_001, 1_000, 1_001]);
    expect(log.since(next).events[0]?.n).toBe(next);
    expect(log.since(5_001)).toEqual({ oldest: 1_001, next: 5_001, events: [] });
    expect(log.since(9_999_999).next).toBe(5_001);
  });

  it('tells how a connection was opened as long as it stands, to whoever comes late', () => {
    const log = new WireLog(() => 0);
    const [socket, busy] = [log.tap(), log.tap()];
    socket.fromViewer(latin(REQUEST));
    socket.toViewer(latin('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n'));
    for (let i = 0; i < 5_000; i++) busy.fromViewer(latin(REQUEST));
    const { events, next } = log.since(1);
    expect(events.slice(0, 3).map(({ n, kind }) => [n, kind])).toEqual([
      [1, 'request'],
      [2, 'answer'],
      [1_003, 'request'],
    ]);
    expect(log.since(next).events[0]?.n).toBe(next);
    socket.closed();
    expect(log.since(1).events[0]?.n).toBe(1_004);
  });

  it('numbers connections and tells their end', () => {
    const log = new WireLog(() => 7);
    log.tap().closed();
    log.tap().closed();
    expect(log.since(1).events).toMatchObject([
      { n: 1, at: 7, connection: 1, kind: 'closed' },
      { n: 2, connection: 2 },
    ]);
  });
});
