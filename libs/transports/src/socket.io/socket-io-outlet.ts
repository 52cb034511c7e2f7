import type { EncodedFrame } from '@tickway/hub';
import type { Socket as NetSocket } from 'node:net';
import type { Socket } from 'socket.io';
import type { Outlet, Push } from '../push';
import type { Rim } from '../rim';
import { sharedBytes } from '../shared-bytes';
import { textFrame } from '../websocket/text-frame';

/**
 * The event `frame` as Socket.IO's own broadcast hands it to Engine.IO: the packet, and the WebSocket
 * frame of it made once for all receivers.
 */
const eventPacket = sharedBytes((json) => {
  const packet = `2["frame",${json}]`;
  const ENGINE_MESSAGE = '4';
  return { packet, options: { compress: false, wsPreEncodedFrame: [textFrame(ENGINE_MESSAGE + packet)] } };
});

/** Writes through Engine.IO, one take at a time, so that its queue never holds more. */
export class SocketIoOutlet implements Outlet {
  readonly name = 'socket.io';
  readonly socket: NetSocket;

  constructor(
    private readonly rim: Rim,
    private readonly io: Socket,
  ) {
    this.socket = io.request.socket;
  }

  write(frames: readonly EncodedFrame[], push: Push): void {
    const now = this.rim.clock.now();
    frames.forEach((frame, index) => {
      const { packet, options } = eventPacket(frame, now);
      this.io.conn.send(packet, options, index === frames.length - 1 ? push.drained : undefined);
    });
  }

  end(): void {
    // The code has gone before, in the frame `bye`.
    this.io.disconnect(true);
  }
}
