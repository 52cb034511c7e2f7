/** What of a captured TCP segment is looked at. */
export interface Segment {
  readonly fromPort: number;
  readonly toPort: number;
  readonly seq: number;
  readonly syn: boolean;
  /** Bytes of payload, by the IP header, however much of it was captured. */
  readonly payloadBytes: number;
  /** Bytes of the IP and TCP headers. */
  readonly headerBytes: number;
  /** The payload as far as it was captured. */
  readonly payload: Buffer;
}

const FILE_HEAD = 24;
const RECORD_HEAD = 16;
const LITTLE_ENDIAN_MICROSECONDS = 0xa1b2c3d4;
const ETHERNET = 1;
const ETHERNET_HEAD = 14;
const IPV4 = 0x0800;
const TCP = 6;
const SYN = 0x02;

/** Reads TCP segments over IPv4 out of a capture as `tcpdump -w -` writes it on a little-endian machine, in chunks of any size. */
export class Pcap {
  #rest: Buffer = Buffer.alloc(0);
  #begun = false;

  constructor(private readonly seen: (segment: Segment) => void) {}

  add(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#begun && this.#rest.length >= FILE_HEAD) this.#begin();
    if (this.#begun) while (this.#record());
  }

  #begin(): void {
    const [magic, link] = [this.#rest.readUInt32LE(0), this.#rest.readUInt32LE(20)];
    if (magic !== LITTLE_ENDIAN_MICROSECONDS || link !== ETHERNET)
      throw new Error(`not a capture this can read: magic ${magic.toString(16)}, link type ${link}`);
    this.#rest = this.#rest.subarray(FILE_HEAD);
    this.#begun = true;
  }

  /** Whether there was a whole record. */
  #record(): boolean {
    if (this.#rest.length < RECORD_HEAD) return false;
    const end = RECORD_HEAD + this.#rest.readUInt32LE(8);
    if (this.#rest.length < end) return false;
    const segment = segmentIn(this.#rest.subarray(RECORD_HEAD + ETHERNET_HEAD, end), this.#rest);
    if (segment) this.seen(segment);
    this.#rest = this.#rest.subarray(end);
    return true;
  }
}

function segmentIn(ip: Buffer, record: Buffer): Segment | undefined {
  if (record.readUInt16BE(RECORD_HEAD + 12) !== IPV4 || ip[9] !== TCP) return undefined;
  const ipHead = (ip.readUInt8(0) & 0x0f) * 4;
  const tcp = ip.subarray(ipHead);
  const tcpHead = (tcp.readUInt8(12) >> 4) * 4;
  return {
    fromPort: tcp.readUInt16BE(0),
    toPort: tcp.readUInt16BE(2),
    seq: tcp.readUInt32BE(4),
    syn: (tcp.readUInt8(13) & SYN) !== 0,
    payloadBytes: ip.readUInt16BE(2) - ipHead - tcpHead,
    headerBytes: ipHead + tcpHead,
    payload: tcp.subarray(tcpHead),
  };
}
