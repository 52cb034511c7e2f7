import { PacketDecoder } from './packet-decoder';
import { PacketEncoder } from './packet-encoder';

describe('the decoder of Socket.IO packets', () => {
  const decode = (message: unknown) => {
    const decoded: unknown[] = [];
    const decoder = new PacketDecoder();
    decoder.on('decoded', (packet: unknown) => decoded.push(packet));
    decoder.add(message);
    return decoded;
  };

  it('reads connect, disconnect and the one event', () => {
    expect(decode('0')).toEqual([{ type: 0, nsp: '/' }]);
    expect(decode('0{"token":"x"}')).toEqual([{ type: 0, nsp: '/' }]);
    expect(decode('0/,')).toEqual([{ type: 0, nsp: '/' }]);
    expect(decode('1')).toEqual([{ type: 1, nsp: '/' }]);
    expect(decode('2["subscribe",{"a":1}]')).toEqual([{ type: 2, nsp: '/', data: ['subscribe', { a: 1 }] }]);
  });

  it('reads the event of a client that would like an answer', () => {
    expect(decode('27["subscribe",{}]')).toEqual([{ type: 2, nsp: '/', data: ['subscribe', {}] }]);
  });

  it.each<[string, unknown, [string, string]]>([
    ['another event', '2["dance",1]', ['refused', 'bad_request']],
    ['an event named as one of ours', '2["senseless",1]', ['refused', 'bad_request']],
    ['a reserved event', '2["disconnect"]', ['refused', 'bad_request']],
    ['no JSON', '2["subscribe"', ['senseless', 'bad_request']],
    ['no list', '2{"subscribe":1}', ['senseless', 'bad_request']],
    ['nothing', '', ['senseless', 'bad_request']],
    ['an event without a name', '2[1]', ['senseless', 'bad_request']],
    ['5,000 levels', `2["subscribe",${'['.repeat(5_000)}${']'.repeat(5_000)}]`, ['senseless', 'too_deep']],
    [
      'an attachment announced',
      '51-["subscribe",{"_placeholder":true,"num":0}]',
      ['senseless', 'bad_request'],
    ],
    ['another namespace', '0/admin,', ['senseless', 'bad_request']],
    ['an event of another namespace', '2/admin,["subscribe",{}]', ['senseless', 'bad_request']],
    ['an acknowledgement', '31[]', ['senseless', 'bad_request']],
    ['bytes', Buffer.from('2["subscribe"]'), ['senseless', 'unsupported']],
  ])('makes of %s an event that says what is wrong', (_, message, [name, code]) => {
    expect(decode(message)).toMatchObject([{ type: 2, nsp: '/', data: [name, { code }] }]);
  });
});

describe('the encoder of Socket.IO packets', () => {
  it('writes what the server says by itself', () => {
    const encoder = new PacketEncoder();
    expect(encoder.encode({ type: 0, nsp: '/', data: { sid: 'x' } })).toEqual(['0{"sid":"x"}']);
    expect(encoder.encode({ type: 1, nsp: '/' })).toEqual(['1']);
    expect(encoder.encode({ type: 4, nsp: '/admin', data: { message: 'no' } })).toEqual([
      '4/admin,{"message":"no"}',
    ]);
  });
});
