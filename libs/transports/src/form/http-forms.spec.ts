import { decodeMulti } from '@msgpack/msgpack';
import { decodeFrame, parseFrame } from '@tickway/protocol';
import { inflateSync } from 'node:zlib';
import { framesOf, serve, settle, until, virtualTime, type Served } from '../testing/serve';
import { Wire } from '../testing/wire';

const DEFLATE = ['Accept-Encoding: gzip, deflate'];

describe('the form of HTTP answers', () => {
  let served: Served;
  const wires: Wire[] = [];

  beforeEach(async () => {
    virtualTime();
    served = await serve();
    await served.publish('ACME', { bid: 10, name: 'Acme 한국' });
  });
  afterEach(async () => {
    for (const wire of wires.splice(0)) wire.socket.destroy();
    await served.stop();
    jest.useRealTimers();
  });

  const ask = async (path: string, headers: readonly string[] = []) => {
    const wire = await Wire.open(served.port);
    wires.push(wire);
    wire.get(path, headers);
    await wire.until('\r\n\r\n');
    return wire;
  };
  const codeOf = async (path: string, headers: readonly string[] = []) => {
    const wire = await ask(path, headers);
    return /^HTTP\/1.1 (\d+) .*"code":"(\w+)"/s.exec(await wire.until('"writtenAt"'))?.slice(1);
  };
  const body = (wire: Wire) => wire.body;

  describe.each(['polling', 'long-polling'])('of %s', (name) => {
    const address = `/feed/${name}?topic=quotes`;

    it('is MessagePack for who asks for it', async () => {
      const wire = await ask(`${address}&codec=msgpack`);
      await until(() => body(wire).length > 0);
      expect(wire.text).toContain('Content-Type: application/vnd.msgpack\r\n');
      const frames = [...decodeMulti(body(wire))].map(parseFrame);
      expect(frames).toMatchObject([{ type: 'snapshot', rows: [{ fields: { name: 'Acme 한국' } }] }]);
    });

    it.each(['', '&codec=msgpack'])(
      'is deflated whole, checksum and all, for who asks for it%s',
      async (codec) => {
        const wire = await ask(`${address}&topic=trades&compress=1${codec}`, DEFLATE);
        await until(() => body(wire).length > 0);
        expect(wire.text).toContain('Content-Encoding: deflate\r\n');
        const plain = inflateSync(body(wire));
        const frames = codec === '' ? framesOf(plain.toString()) : [...decodeMulti(plain)].map(parseFrame);
        expect(frames).toMatchObject([{ topic: 'quotes' }, { topic: 'trades' }]);
      },
    );

    it('closes the connection after the answer for who wants that', async () => {
      const wire = await ask(`${address}&keepAlive=0`);
      await wire.ended();
      expect(wire.text).toContain('Connection: close\r\n');
      expect(framesOf(body(wire).toString())).toMatchObject([{ type: 'snapshot' }]);
    });

    it('is plain, and the connection kept, for everyone else', async () => {
      const wire = await ask(address, DEFLATE);
      await wire.until('"writtenAt"');
      expect(wire.text).not.toContain('Content-Encoding');
      expect(wire.text).toContain('Connection: keep-alive');
    });

    it.each([
      ['codec=cbor', [], ['400', 'bad_request']],
      ['compress=br', DEFLATE, ['400', 'bad_request']],
      ['keepAlive=no', [], ['400', 'bad_request']],
      ['windowMs=10', [], ['400', 'bad_request']],
      ['compress=1', [], ['415', 'unsupported']],
      ['compress=1', ['Accept-Encoding: gzip, br'], ['415', 'unsupported']],
      ['compress=1', ['Accept-Encoding: deflate;q=0, *'], ['415', 'unsupported']],
    ])('refuses %s with %j', async (parameter, headers, refused) => {
      expect(await codeOf(`${address}&${parameter}`, headers)).toEqual(refused);
    });
  });

  describe('of a stream', () => {
    const address = '/feed/streaming?topic=quotes';

    it('is MessagePack for who asks for it', async () => {
      const wire = await ask(`${address}&codec=msgpack`);
      await served.publish('ACME', { bid: 11 });
      await wire.until('delta');
      expect(wire.text).toContain('Content-Type: application/vnd.msgpack\r\n');
      const frames = [...decodeMulti(body(wire))].map(parseFrame);
      expect(frames).toMatchObject([
        { type: 'snapshot' },
        { type: 'delta', rows: [{ fields: { bid: 11 } }] },
      ]);
    });

    it.each([
      ['events', []],
      ['lines', ['Accept: application/x-ndjson']],
    ])('is one zlib stream of %s, whole after the bye', async (kind, headers) => {
      const wire = await ask(`${address}&compress=1`, [...DEFLATE, ...headers]);
      for (let bid = 0; bid < 5; bid++) {
        await served.publish('ACME', { bid });
        await settle();
      }
      await served.rim.connections.goodbye();
      await wire.ended();
      const plain = inflateSync(body(wire)).toString();
      const lines = plain.split('\n').flatMap((line) => /\{.*/.exec(line)?.slice() ?? []);
      expect(lines.map((line) => decodeFrame(line).type)).toEqual([
        'snapshot',
        ...Array<string>(5).fill('delta'),
        'bye',
      ]);
      expect(plain.startsWith('retry: ')).toBe(kind === 'events');
    });

    it('can be read up to each frame the moment it is written', async () => {
      const wire = await ask(`${address}&compress=1`, DEFLATE);
      await settle();
      const before = wire.length;
      await served.publish('ACME', { bid: 11 });
      await until(() => wire.length !== before);
      expect(inflateSync(body(wire), { finishFlush: 2 }).toString()).toMatch(
        /"bid":11.*"writtenAt":\d+\}\nid: quotes@e1:2\n\n$/,
      );
    });

    it('has the same bytes for all who are told the same', async () => {
      const [one, other] = [
        await ask(`${address}&compress=1`, DEFLATE),
        await ask(`${address}&compress=1`, DEFLATE),
      ];
      await settle();
      const begun = [one.length, other.length];
      await served.publish('ACME', { bid: 11 });
      while (one.length === begun[0] || other.length === begun[1]) await settle();
      expect(one.bytesFrom(begun[0] ?? 0)).toEqual(other.bytesFrom(begun[1] ?? 0));
    });

    it.each([
      ['codec=msgpack', ['Accept: text/event-stream'], ['415', 'unsupported']],
      ['compress=1', [], ['415', 'unsupported']],
      ['keepAlive=0', [], ['400', 'bad_request']],
      ['windowMs=51', [], ['400', 'bad_request']],
      ['windowMs=1.5', [], ['400', 'bad_request']],
    ])('refuses %s with %j', async (parameter, headers, refused) => {
      expect(await codeOf(`${address}&${parameter}`, headers)).toEqual(refused);
    });
  });
});
