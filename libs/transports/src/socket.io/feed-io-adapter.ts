import { limits } from '@tickway/protocol';
import { AbstractWsAdapter, type MessageMappingProperties } from '@nestjs/websockets';
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { DeflatedWebSocketServer } from '../form/socket-form';
import type { TransportSettings } from '../transport-settings';
import { PacketDecoder } from './packet-decoder';
import { PacketEncoder } from './packet-encoder';

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Socket.IO as one transport among five: WebSocket only, without its own recovery, compression and client
 * files. Origins, capacity and offers of compression are checked in front of it.
 */
export class FeedIoAdapter extends AbstractWsAdapter {
  constructor(
    private readonly server: HttpServer,
    private readonly settings: TransportSettings,
  ) {
    super(server);
  }

  override create(): Server {
    return new Server(this.server, {
      path: '/feed/socket.io',
      transports: ['websocket'],
      serveClient: false,
      parser: { Decoder: PacketDecoder, Encoder: PacketEncoder },
      maxHttpBufferSize: limits.messageBytes,
      wsEngine: DeflatedWebSocketServer,
      // Of its own it compresses nothing, or it would encode every message anew for each receiver.
      perMessageDeflate: false,
      httpCompression: false,
      connectTimeout: CONNECT_TIMEOUT_MS,
      pingInterval: this.settings.pingMs,
      pingTimeout: this.settings.pongMs,
      // What is for nobody is refused by the front.
      destroyUpgrade: false,
    });
  }

  /** The gateway's handlers answer nothing and await nothing, so a message is a plain call. */
  override bindMessageHandlers(socket: Socket, handlers: MessageMappingProperties[]): void {
    for (const { message, callback } of handlers)
      socket.on(String(message), (content: unknown) => void callback(content));
  }
}
