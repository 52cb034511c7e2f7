import { LineEnd } from './testing/line-ends';
import { VirtualClock } from './clock/virtual-clock';
import { Line } from './line';
import { clearNetwork, type Network } from './network/network';

function lay(faults: Partial<Network>) {
  const clock = new VirtualClock();
  const [near, far] = [new LineEnd(clock), new LineEnd(clock)];
  let network: Network = { ...clearNetwork, ...faults };
  const line = new Line({ network: () => network, clock, random: () => 0.5, near, far });
  const change = (more: Partial<Network>) => {
    network = { ...network, ...more };
    line.networkChanged();
  };
  return { clock, near, far, line, change };
}

const head = 'HTTP/1.1 200 OK\r\n\r\n';
const upgraded = 'HTTP/1.1 101 Switching Protocols\r\n\r\n';

describe('a connection through the gateway', () => {
  it('takes a round trip to be set up, then half of one each way', () => {
    const { clock, near, far, line } = lay({ rttMs: 100 });
    line.fromViewer(Buffer.from('ask'));
    clock.pass(150);
    expect(far.heard).toEqual(['150: ask']);
    line.fromServer(Buffer.from(head));
    clock.pass(50);
    expect(near.heard).toEqual([`200: ${head}`]);
    line.fromViewer(Buffer.from('again'));
    clock.pass(50);
    expect(far.heard.at(-1)).toBe('250: again');
  });

  it('passes bytes and the end in order, and the end last', () => {
    const { clock, near, line } = lay({ rttMs: 20, jitterMs: 30 });
    line.fromServer(Buffer.from(head));
    line.fromServer(Buffer.from('one'));
    clock.pass(5);
    line.fromServer(Buffer.from('two'));
    line.serverEnded();
    clock.pass(100);
    expect(near.text).toBe(`${head}onetwo`);
    expect(near.heard.at(-1)).toContain('END');
  });

  it('passes on as it is what is not HTTP/1.1', () => {
    const { clock, near, line } = lay({ buffering: true });
    const said = ['220 mail ready\r\n\r\n', 'x'.repeat(70_000), 'more'];
    for (const text of said) line.fromServer(Buffer.from(text));
    clock.pass(1);
    expect(near.text).toBe(said.join(''));
  });

  it('begins to watch for silence when it is told to, and from the last word on', () => {
    const { clock, near, line, change } = lay({});
    line.fromServer(Buffer.from(head));
    clock.pass(5_000);
    change({ idleCutMs: 6_000 });
    clock.pass(999);
    expect(near.heard).toHaveLength(1);
    clock.pass(1);
    expect(near.heard.at(-1)).toBe('6000: DESTROYED');
    expect(clock.waiting).toBe(0);
  });

  it('takes a change at once', () => {
    const { clock, near, line, change } = lay({ rttMs: 20 });
    line.fromServer(Buffer.from(head));
    clock.pass(10);
    change({ rttMs: 200 });
    line.fromServer(Buffer.from('later'));
    clock.pass(100);
    expect(near.heard).toEqual([`10: ${head}`, '110: later']);
  });

  it('makes the server wait when a mebibyte is underway', () => {
    const { clock, far, line } = lay({ rttMs: 100 });
    line.fromServer(Buffer.from(head));
    line.fromServer(Buffer.alloc(1024 * 1024));
    expect(far.paused).toBe(true);
    clock.pass(50);
    expect(far.paused).toBe(false);
  });

  it('stays, silent, while the cable is out', () => {
    const { clock, near, line } = lay({ rttMs: 20 });
    line.pull(5_000);
    line.fromServer(Buffer.from(head));
    clock.pass(5_000);
    expect(near.heard).toEqual([]);
    clock.pass(5_000);
    expect(near.text).toBe(head);
  });

  it('is cut after so much silence, not before', () => {
    const { clock, near, far, line } = lay({ idleCutMs: 60_000 });
    clock.pass(59_000);
    line.fromServer(Buffer.from(head));
    clock.pass(59_999);
    expect(near.heard).toEqual([`59000: ${head}`]);
    clock.pass(1);
    expect([near.heard.at(-1), far.heard.at(-1)]).toEqual(['119000: DESTROYED', '119000: DESTROYED']);
    expect(clock.waiting).toBe(0);
  });
});

describe('a buffering proxy', () => {
  it('holds an answer back until it is whole', () => {
    const { near, line } = lay({ buffering: true });
    line.fromServer(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabc'));
    expect(near.text).toBe('');
    line.fromServer(Buffer.from('def'));
    expect(near.text.endsWith('abcdef')).toBe(true);
  });

  it('holds a stream back until it fills the buffer, or ends', () => {
    const { near, line } = lay({ buffering: true });
    line.fromServer(Buffer.from(head));
    line.fromServer(Buffer.alloc(8_000, 'x'));
    expect(near.text).toBe('');
    line.fromServer(Buffer.alloc(200, 'x'));
    expect(near.text.length).toBe(head.length + 8_200);
    line.fromServer(Buffer.from('rest'));
    line.serverEnded();
    expect(near.text.endsWith('rest')).toBe(true);
  });

  it('lets a WebSocket through', () => {
    const { near, line } = lay({ buffering: true });
    line.fromServer(Buffer.from(`${upgraded}first`));
    line.fromServer(Buffer.from('second'));
    expect(near.text).toBe(`${upgraded}firstsecond`);
  });
});

describe('a proxy that knows no WebSocket', () => {
  it('takes the upgrade out of the request, however it is cut, and nothing else', () => {
    const { far, line } = lay({ stripUpgrade: true });
    line.fromViewer(Buffer.from('GET / HTTP/1.1\r\nConnection: keep-alive, Upgr'));
    line.fromViewer(Buffer.from('ade\r\nUpgrade: websocket\r\nContent-Length: 30\r\n\r\nbody'));
    line.fromViewer(Buffer.from('Upgrade: not a header here'));
    expect(far.text).toBe('GET / HTTP/1.1\r\nContent-Length: 30\r\n\r\nbodyUpgrade: not a header here');
  });

  it('takes it out of the next request of the same connection too', () => {
    const { far, line } = lay({ stripUpgrade: true });
    const get = (headers: string) => `GET / HTTP/1.1\r\n${headers}Host: a\r\n\r\n`;
    line.fromViewer(Buffer.from(get('') + get('Upgrade: websocket\r\n').slice(0, 30)));
    line.fromViewer(Buffer.from(get('Upgrade: websocket\r\n').slice(30)));
    expect(far.text).toBe(get('') + get(''));
  });
});

describe('a proxy that goes silent', () => {
  it('passes the 101 and not one byte after', () => {
    const { near, line } = lay({ silent: true });
    line.fromServer(Buffer.from(`${upgraded}first`));
    line.fromServer(Buffer.from('second'));
    expect(near.text).toBe(upgraded);
  });

  it('never goes on in the middle of a stream it has kept bytes of', () => {
    const { near, line, change } = lay({ silent: true });
    line.fromServer(Buffer.from(`${upgraded}first`));
    change({ silent: false });
    line.fromServer(Buffer.from('second'));
    expect(near.text).toBe(upgraded);
  });

  it('leaves plain HTTP alone', () => {
    const { near, line } = lay({ silent: true });
    line.fromServer(Buffer.from(`${head}events`));
    expect(near.text).toBe(`${head}events`);
  });
});
