import type { Packet } from './packet-decoder';

/** Writes the few packets that Socket.IO's server sends by itself: connected, refused, disconnected. */
export class PacketEncoder {
  encode({ type, nsp, data }: Packet): string[] {
    const namespace = nsp === '/' ? '' : `${nsp},`;
    return [`${type}${namespace}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}
