import type { Segment } from './pcap';

/** What one TCP connection carried, by the sequence numbers of its segments. */
export interface Flow {
  /** The beginning of what the viewer said first. */
  readonly said: string;
  readonly toServerBytes: number;
  readonly toViewerBytes: number;
  readonly segments: number;
  /** Bytes of the IP and TCP headers of all segments, acknowledgements included. */
  readonly headerBytes: number;
}

interface Direction {
  /** Sequence number of the first byte. */
  readonly first: number;
  bytes: number;
}

interface Connection {
  said: string;
  segments: number;
  headerBytes: number;
  readonly directions: Map<'toServer' | 'toViewer', Direction>;
}

/**
 * The TCP connections of one server in a capture. Bytes are counted by how far the sequence numbers went, so that a
 * segment that was sent twice counts once, and one that the capture dropped is not missed.
 */
export class Flows {
  readonly #connections = new Map<number, Connection>();

  constructor(private readonly serverPort: number) {}

  readonly add = (segment: Segment): void => {
    const toServer = segment.toPort === this.serverPort;
    const port = toServer ? segment.fromPort : segment.toPort;
    const connection = this.#connectionOf(port, segment.syn);
    if (!connection) return; // begun before the capture
    connection.segments++;
    connection.headerBytes += segment.headerBytes;
    if (toServer && connection.said === '') connection.said = segment.payload.toString('latin1');
    advance(connection, toServer ? 'toServer' : 'toViewer', segment);
  };

  /** All that began within the capture, as far as they have come. */
  get all(): readonly Flow[] {
    return [...this.#connections.values()].map(({ directions, ...flow }) => ({
      ...flow,
      toServerBytes: directions.get('toServer')?.bytes ?? 0,
      toViewerBytes: directions.get('toViewer')?.bytes ?? 0,
    }));
  }

  #connectionOf(port: number, syn: boolean): Connection | undefined {
    const known = this.#connections.get(port);
    if (known || !syn) return known;
    const made = { said: '', segments: 0, headerBytes: 0, directions: new Map() };
    this.#connections.set(port, made);
    return made;
  }
}

function advance({ directions }: Connection, way: 'toServer' | 'toViewer', segment: Segment): void {
  // A SYN takes one number of its own.
  if (segment.syn) return void directions.set(way, { first: (segment.seq + 1) >>> 0, bytes: 0 });
  const direction = directions.get(way);
  if (!direction) return;
  const end = (segment.seq - direction.first + segment.payloadBytes) >>> 0;
  // Half of the number space back is a segment of before; what is empty may be a probe one below.
  if (segment.payloadBytes > 0 && end < 2 ** 31) direction.bytes = Math.max(direction.bytes, end);
}
