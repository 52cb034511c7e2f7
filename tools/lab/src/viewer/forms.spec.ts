import { encode } from '@msgpack/msgpack';
import { VirtualClock } from '@tickway/gateway';
import { parseTopic, transportNames, type TransportName } from '@tickway/protocol';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { FrameMemo } from '../ledger/frame-memo';
import { Tally } from '../ledger/tally';
import { delta, snapshot } from '../testing/frames';
import { deflatedPart } from '../testing/deflated-part';
import { ScriptedServer, unmasked } from '../testing/scripted-server';
import { Viewer } from './viewer';
import { wayOf, type WayOptions } from './ways';

function start(name: TransportName, options: Partial<WayOptions>) {
  const server = new ScriptedServer();
  const tally = new Tally();
  tally.measuring = true;
  const viewer = new Viewer({
    server: { host: '127.0.0.1', port: 3000 },
    topics: [parseTopic('lab')],
    way: wayOf(name, { intervalMs: 1_000, ...options }),
    clock: new VirtualClock(),
    dial: server.dial,
    memo: new FrameMemo(),
    tally,
    random: () => 0.5,
  });
  viewer.open();
  return { server, tally, viewer };
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const packed = (json: string) => encode(JSON.parse(json));
const flushed = (bytes: Uint8Array | string) =>
  deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
const head = (length: number) =>
  `HTTP/1.1 200 OK\r\n${length > 0 ? `Content-Length: ${length}\r\n` : ''}\r\n`;
const SWITCH = 'HTTP/1.1 101 Switching Protocols\r\n\r\n';
/** A server's message with this first byte. */
const message = (first: number, bytes: Uint8Array) =>
  text(
    Buffer.from(
      bytes.length < 126 ? [first, bytes.length] : [first, 126, bytes.length >> 8, bytes.length & 0xff],
    ),
  ) + text(bytes);

const frames = [snapshot('e:5'), delta(['e:5', 'e:7'], [6, 7])];
const formOf = (compress: boolean, codec: 'json' | 'msgpack' = 'msgpack') => ({ codec, compress });

/** What a server of PROTOCOL.md sends for the frames, after its first head. */
function sent(name: TransportName, { codec, compress }: ReturnType<typeof formOf>): string {
  const isText = codec === 'json';
  const one = (json: string) => (isText ? Buffer.from(json) : packed(json));
  const squeeze = (bytes: Uint8Array) => (compress ? flushed(bytes).subarray(0, -4) : bytes);
  const bit = compress ? 0x40 : 0;
  if (name === 'websocket')
    return frames.map((json) => message((isText ? 0x81 : 0x82) | bit, squeeze(one(json)))).join('');
  const announced = message(0x81, Buffer.from('451-["frame",{"_placeholder":true,"num":0}]'));
  if (name === 'socket.io' && isText)
    return frames.map((json) => message(0x81 | bit, squeeze(Buffer.from(`42["frame",${json}]`)))).join('');
  if (name === 'socket.io')
    return frames.map((json) => announced + message(0x82 | bit, squeeze(one(json)))).join('');
  const bodies = frames.map((json) => (isText ? Buffer.from(`${json}\n`) : packed(json)));
  if (!compress) return text(Buffer.concat(bodies));
  const whole = Buffer.concat(bodies);
  const zlib = deflateSync(whole);
  return text(
    Buffer.concat([
      Buffer.from([0x78, 0x9c]),
      ...bodies.map(deflatedPart),
      Buffer.from([3, 0]),
      zlib.subarray(-4),
    ]),
  );
}

describe.each(transportNames)('a viewer of %s', (name) => {
  it.each([
    ['MessagePack', formOf(false)],
    ['deflated MessagePack', formOf(true)],
    ['deflated JSON', formOf(true, 'json')],
  ])('reads %s, each byte booked', (_, form) => {
    const { server, tally, viewer } = start(name, { form });
    const body = sent(name, form);
    const socket = name === 'websocket' || name === 'socket.io';
    server.last.tell(socket ? SWITCH : head(name === 'streaming' ? 0 : body.length));
    for (let at = 0; at < body.length; at += 10) server.last.tell(body.slice(at, at + 10));
    if (name === 'streaming') server.last.end();
    expect(viewer.fault).toBeUndefined();
    expect(tally.delivered).toBe(2);
    expect(viewer.account.total).toBe(viewer.carried);
    expect(viewer.account.split().payload).toBeGreaterThan(100);
  });

  it('says in its request what it wants, and that it can read it', () => {
    const said = start(name, { form: formOf(true) }).server.last.said;
    expect(said).toContain('codec=msgpack&compress=1');
    expect(said).toMatch(/Accept-Encoding: deflate|Sec-WebSocket-Extensions: permessage-deflate/);
  });

  it('asks for a window where the server pushes', () => {
    const { server } = start(name, { windowMs: 10 });
    const asked = server.last;
    if (name === 'socket.io') {
      asked.tell(SWITCH + message(0x81, Buffer.from('40{"sid":"x"}')));
      expect(unmasked(asked.said).at(-1)).toContain('"limits":{"windowMs":10}');
    } else expect(asked.said.includes('windowMs=10')).toBe(!name.endsWith('polling'));
  });
});
