import type { WireForm } from '@tickway/protocol';
import type { EncodedFrame } from '@tickway/hub';
import type { Socket as NetSocket } from 'node:net';
import type { Socket } from 'socket.io';
import { limitedAsker } from '../asker';
import type { Outlet, Push } from '../push';
import type { Rim } from '../rim';
import type { BytesOf } from '../shared-bytes';
import { eventPackets, type EventPacket } from './event-packets';

/** Writes through Engine.IO, one take at a time, so that its queue never holds more. */
export class SocketIoOutlet implements Outlet {
  readonly name = 'socket.io';
  readonly socket: NetSocket;
  readonly asker: string | undefined;
  readonly #packetOf: BytesOf<EventPacket>;

  constructor(
    private readonly rim: Rim,
    private readonly io: Socket,
    form: WireForm,
  ) {
    this.socket = io.request.socket;
    this.asker = limitedAsker(io.request, rim.settings.proxies);
    this.#packetOf = eventPackets(form);
  }

  write(frames: readonly EncodedFrame[], push: Push): number {
    const now = this.rim.clock.now();
    let bytes = 0;
    frames.forEach((frame, index) => {
      const { packet, options } = this.#packetOf(frame, now);
      bytes += options.wsPreEncodedFrame[0].length;
      this.io.conn.send(packet, options, index === frames.length - 1 ? push.drained : undefined);
    });
    return bytes;
  }

  end(): void {
    // The code has gone before, in the frame `bye`.
    this.io.disconnect(true);
  }
}
