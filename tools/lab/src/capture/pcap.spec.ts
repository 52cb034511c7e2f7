import { Flows } from './flows';
import { Pcap } from './pcap';

const SERVER = 4000;

interface Sent {
  readonly from: number;
  readonly to: number;
  readonly seq: number;
  readonly syn?: boolean;
  readonly payload?: string;
  /** How much of the payload was captured, bytes. */
  readonly snap?: number;
}

/** A record of a capture, byte by byte after the formats of pcap, Ethernet II, RFC 791 and RFC 9293. */
function record({ from, to, seq, syn = false, payload = '', snap = 1_000 }: Sent): Buffer {
  const packet = Buffer.alloc(54 + payload.length);
  packet.writeUInt16BE(0x0800, 12);
  packet.writeUInt8(0x45, 14);
  packet.writeUInt16BE(40 + payload.length, 16);
  packet.writeUInt8(6, 23);
  packet.writeUInt16BE(from, 34);
  packet.writeUInt16BE(to, 36);
  packet.writeUInt32BE(seq, 38);
  packet.writeUInt8(5 << 4, 46);
  packet.writeUInt8(syn ? 0x02 : 0x10, 47);
  packet.write(payload, 54, 'latin1');
  const kept = packet.subarray(0, 54 + snap);
  const head = Buffer.alloc(16);
  head.writeUInt32LE(kept.length, 8);
  head.writeUInt32LE(packet.length, 12);
  return Buffer.concat([head, kept]);
}

function fileHead(): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt32LE(1, 20);
  return head;
}

function flowsOf(records: readonly Buffer[], chunkBytes: number) {
  const flows = new Flows(SERVER);
  const pcap = new Pcap(flows.add);
  const file = Buffer.concat([fileHead(), ...records]);
  for (let at = 0; at < file.length; at += chunkBytes) pcap.add(file.subarray(at, at + chunkBytes));
  return flows.all;
}

const up = (sent: Omit<Sent, 'from' | 'to'>) => record({ from: 9, to: SERVER, ...sent });
const down = (sent: Omit<Sent, 'from' | 'to'>) => record({ from: SERVER, to: 9, ...sent });

describe('a capture', () => {
  it.each([1, 7, 10_000])(
    'gives the bytes of both directions of a connection, read %d bytes at once',
    (bytes) => {
      const records = [
        up({ seq: 100, syn: true }),
        down({ seq: 500, syn: true }),
        up({ seq: 101, payload: 'GET /feed/polling' }),
        down({ seq: 501, payload: 'x'.repeat(300), snap: 20 }),
        up({ seq: 118 }),
      ];
      expect(flowsOf(records, bytes)).toEqual([
        { said: 'GET /feed/polling', toServerBytes: 17, toViewerBytes: 300, segments: 5, headerBytes: 200 },
      ]);
    },
  );

  it('counts what was sent twice once, and what it has dropped itself by what follows', () => {
    const records = [
      up({ seq: 0xffff_fffe, syn: true }),
      up({ seq: 0xffff_ffff, payload: 'ab' }),
      up({ seq: 0xffff_ffff, payload: 'ab' }),
      up({ seq: 11, payload: 'yz' }),
      up({ seq: 0 }),
    ];
    expect(flowsOf(records, 10_000)).toMatchObject([{ toServerBytes: 14 }]);
  });

  it('leaves out connections of before', () => {
    expect(flowsOf([up({ seq: 5, payload: 'abc' })], 10_000)).toEqual([]);
  });

  it('is refused when it is of another kind', () => {
    expect(() => new Pcap(() => undefined).add(Buffer.alloc(24))).toThrow('not a capture');
  });
});
