import type { Codec } from '@tickway/protocol';

/** How long a take waits for more where the server pushes, ms. */
export const coalescingWindows = [0, 5, 10, 20, 50] as const;

/** How frames can be written. */
export const codecs = ['json', 'msgpack'] as const satisfies readonly Codec[];

/** How frames are written and sent. */
export interface Wire {
  /** The coalescing window of the transports that push. */
  readonly coalescingMs: number;
  readonly codec: Codec;
  /** Whether frames come deflated. */
  readonly compress: boolean;
  /** Whether the transports that ask keep their connection for the next question. */
  readonly keepAlive: boolean;
}

export const defaultWire: Wire = { coalescingMs: 0, codec: 'json', compress: false, keepAlive: true };

/** Reads them from an address; what is missing or cannot be had is as by default. */
export const wireIn = (query: { get(name: string): string | null }): Wire => ({
  coalescingMs:
    coalescingWindows.find((ms) => `${ms}` === query.get('coalescing')) ?? defaultWire.coalescingMs,
  codec: codecs.find((codec) => codec === query.get('codec')) ?? defaultWire.codec,
  compress: query.get('compress') === '1',
  keepAlive: query.get('keepalive') !== '0',
});

/** Their query parameters; `null` stands for "as by default". */
export const wireQuery = ({ coalescingMs, codec, compress, keepAlive }: Wire) => ({
  coalescing: coalescingMs === defaultWire.coalescingMs ? null : `${coalescingMs}`,
  codec: codec === defaultWire.codec ? null : codec,
  compress: compress ? '1' : null,
  keepalive: keepAlive ? null : '0',
});
