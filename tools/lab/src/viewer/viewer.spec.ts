import { VirtualClock } from '@tickway/gateway';
import { parseTopic, type TransportName } from '@tickway/protocol';
import { FrameMemo } from '../ledger/frame-memo';
import { Tally } from '../ledger/tally';
import { bye, delta, heartbeat, snapshot } from '../testing/frames';
import { answer, ScriptedServer, textFrame, unmasked } from '../testing/scripted-server';
import { Viewer, type ViewerSetting } from './viewer';
import { wayOf } from './ways';

interface Options extends Pick<ViewerSetting, 'asked' | 'comeBackMs'> {
  readonly intervalMs?: number;
  readonly keepAlive?: boolean;
}

function start(name: TransportName, { asked, comeBackMs, ...options }: Options = {}) {
  const server = new ScriptedServer();
  const clock = new VirtualClock();
  const tally = new Tally();
  tally.measuring = true;
  const viewer = new Viewer({
    server: { host: '127.0.0.1', port: 3000 },
    topics: [parseTopic('lab')],
    way: wayOf(name, { intervalMs: 1_000, ...options }),
    clock,
    dial: server.dial,
    memo: new FrameMemo(),
    tally,
    random: () => 0.5,
    ...(asked && { asked }),
    ...(comeBackMs && { comeBackMs }),
  });
  viewer.open();
  return { server, clock, tally, viewer };
}

const SWITCH = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n';

/** Every byte must be in the account. */
const explained = ({ account, carried }: Viewer) => expect(account.total).toBe(carried);

describe('a polling viewer', () => {
  it('asks, waits its interval after the answer, and asks on from its cursor', () => {
    const { server, clock, viewer } = start('polling');
    expect(server.last.said).toContain('GET /feed/polling?topic=lab HTTP/1.1\r\nHost: 127.0.0.1:3000\r\n');
    server.last.tell(answer(snapshot('e:5')));
    clock.pass(999);
    expect(viewer.requests).toBe(1);
    clock.pass(1);
    expect(viewer.requests).toBe(2);
    expect(server.last.said).toContain('lab.cursor=e%3A5');
    expect(viewer.connections).toBe(1);
    explained(viewer);
  });

  it('books how long it took from each answer to the next question', () => {
    const { server, clock, tally } = start('polling', { intervalMs: 700 });
    clock.pass(50);
    expect(tally.turnaround.count).toBe(0);
    for (const offset of [5, 6]) {
      server.last.tell(answer(heartbeat(`e:${offset}`)));
      clock.pass(700);
    }
    expect(tally.turnaround.spread()).toMatchObject({ mean: 700, max: 700 });
    expect(tally.turnaround.count).toBe(2);
  });

  it('opens a connection for each question when none is kept', () => {
    const { server, clock, viewer } = start('polling', { keepAlive: false });
    expect(server.last.said).toContain('Connection: close');
    server.last.tell(answer(snapshot('e:5')));
    expect(server.last.cutOff).toBe(true);
    clock.pass(999);
    expect([viewer.connections, viewer.losses]).toEqual([1, 0]);
    clock.pass(1);
    expect([viewer.connections, viewer.losses]).toEqual([2, 0]);
    explained(viewer);
  });

  it('books headers, payload and line ends apart', () => {
    const { server, viewer } = start('polling');
    const asked = server.last.said.length;
    const told = answer(heartbeat('e:5'));
    server.last.tell(told);
    const split = viewer.account.split();
    expect(split).toMatchObject({ payload: heartbeat('e:5').length, framing: 1, handshake: 0 });
    expect(split.headers).toBe(asked + told.indexOf('\r\n\r\n') + 4);
  });
});

describe('a long-polling viewer', () => {
  it('asks again at once, on the same connection', () => {
    const { server, viewer } = start('long-polling');
    server.last.tell(answer(snapshot('e:5')));
    server.last.tell(answer(delta(['e:5', 'e:6'], [6])));
    expect([viewer.requests, viewer.connections]).toEqual([3, 1]);
    expect(server.last.said).toMatch(/lab\.cursor=e%3A6 HTTP\/1\.1\r\nHost: 127\.0\.0\.1:3000\r\n\r\n$/);
    explained(viewer);
  });
});

describe('a streaming viewer', () => {
  it('asks once and reads events; the request counts as handshake', () => {
    const { server, viewer, tally } = start('streaming');
    server.last.tell('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nretry: 1000\n\n');
    server.last.tell(`id: lab@e:5\ndata: ${snapshot('e:5')}\n\n`);
    server.last.tell(`data: ${delta(['e:5', 'e:7'], [6, 7])}\n\n`);
    expect([viewer.requests, tally.delivered]).toEqual([1, 2]);
    expect(viewer.account.split().headers).toBe(0);
    explained(viewer);
  });
});

describe('a WebSocket viewer', () => {
  it('upgrades with its wish in the query and reads a frame a message', () => {
    const { server, viewer, tally } = start('websocket');
    expect(server.last.said).toMatch(
      /^GET \/feed\/websocket\?topic=lab HTTP\/1\.1\r\n[^]*Sec-WebSocket-Key: \S{24}\r\n/,
    );
    server.last.tell(SWITCH + textFrame(snapshot('e:5')));
    server.last.tell(textFrame(delta(['e:5', 'e:6'], [6])));
    expect(tally.delivered).toBe(1);
    explained(viewer);
  });

  it('books its handshake as such, and no header ever after', () => {
    const { server, viewer } = start('websocket');
    const asked = server.last.said.length;
    server.last.tell(SWITCH + textFrame(snapshot('e:5')));
    server.last.tell(textFrame(delta(['e:5', 'e:6'], [6])));
    expect(viewer.account.split()).toMatchObject({ headers: 0, handshake: asked + SWITCH.length });
  });

  it('answers a ping with the same content', () => {
    const { server, viewer } = start('websocket');
    server.last.tell(`${SWITCH}\u0089\u0002hi`);
    expect(unmasked(server.last.said)).toEqual(['hi']);
    explained(viewer);
  });

  it('tells when it is not let in, and tries again', () => {
    const { server, clock, viewer } = start('websocket');
    server.last.tell('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    expect(viewer.fault).toBe('answered 400 in place of 101');
    clock.pass(1_000);
    expect(viewer.connections).toBe(2);
  });
});

describe('a Socket.IO viewer', () => {
  it('goes through open, connect and subscribe, then reads events', () => {
    const { server, viewer, tally } = start('socket.io');
    expect(server.last.said).toContain('GET /feed/socket.io/?EIO=4&transport=websocket ');
    server.last.tell(SWITCH + textFrame('0{"sid":"a"}'));
    server.last.tell(textFrame('40{"sid":"b"}'));
    expect(unmasked(server.last.said)).toEqual([
      '40',
      '42["subscribe",{"type":"subscribe","subscriptions":[{"topic":"lab"}]}]',
    ]);
    server.last.tell(textFrame(`42["frame",${snapshot('e:5')}]`));
    server.last.tell(textFrame(`42["frame",${delta(['e:5', 'e:6'], [6])}]`));
    server.last.tell(textFrame('2'));
    expect(unmasked(server.last.said).at(-1)).toBe('3');
    expect(tally.delivered).toBe(1);
    explained(viewer);
  });
});

describe('any viewer', () => {
  it('comes back with its cursor after a loss, spread over half a second', () => {
    const { server, clock, viewer } = start('streaming');
    server.last.tell(`HTTP/1.1 200 OK\r\n\r\ndata: ${snapshot('e:5')}\n\n`);
    server.last.end();
    clock.pass(374);
    expect(viewer.connections).toBe(1);
    clock.pass(1);
    expect(server.last.said).toContain('lab.cursor=e%3A5');
    expect([viewer.losses, viewer.connections]).toEqual([1, 2]);
  });

  it('comes back when a goodbye says, which is no loss', () => {
    const { server, clock, viewer } = start('streaming');
    server.last.tell(`HTTP/1.1 200 OK\r\n\r\ndata: ${bye(2_000)}\n\n`);
    server.last.end();
    clock.pass(1_999);
    expect(viewer.connections).toBe(1);
    clock.pass(1);
    expect([viewer.losses, viewer.connections]).toEqual([0, 2]);
  });

  it('comes back when it is told to, and tells of each request as it is made', () => {
    let asked = 0;
    const { server, clock } = start('websocket', { asked: () => asked++, comeBackMs: () => 70 });
    server.last.tell(SWITCH + textFrame(snapshot('e:5')));
    server.last.end();
    clock.pass(69);
    expect(asked).toBe(1);
    clock.pass(1);
    expect(asked).toBe(2);
  });

  it('survives what is not the protocol, and tells it', () => {
    const { server, viewer } = start('polling');
    server.last.tell(answer('{"type":"nonsense"}'));
    expect(viewer.fault).toContain('not a frame');
  });

  it('leaves nothing behind when it is closed', () => {
    const { server, clock, viewer } = start('polling');
    server.last.tell(answer(snapshot('e:5')));
    viewer.close();
    expect(clock.waiting).toBe(0);
    expect(server.last.cutOff).toBe(true);
  });
});
