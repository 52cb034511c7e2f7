import { FeedError, parseMessage } from '@tickway/protocol';
import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { heed, tellRefusal } from '../heed';
import { Push } from '../push';
import { RIM, type Rim } from '../rim';
import { handshakeForm } from './handshake-form';
import { SocketIoOutlet } from './socket-io-outlet';

/** Socket.IO: a client emits `subscribe`, the server emits `frame`. */
@WebSocketGateway()
export class SocketIoGateway implements OnGatewayConnection<Socket> {
  readonly #pushes = new WeakMap<Socket, Push>();

  constructor(@Inject(RIM) private readonly rim: Rim) {}

  handleConnection(socket: Socket): void {
    const { form, refusal } = handshakeForm(socket.request);
    const push = new Push(this.rim, new SocketIoOutlet(this.rim, socket, form));
    this.#pushes.set(socket, push);
    // Nest listens only after this method, in which a refusal may end the connection.
    socket.once('disconnect', () => push.closed());
    if (refusal) tellRefusal(push, refusal);
  }

  @SubscribeMessage('subscribe')
  subscribe(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): void {
    const push = this.#pushes.get(socket);
    if (push) heed(push, () => parseMessage(message));
  }

  /** The decoder could read it, but it is nothing that is done here. */
  @SubscribeMessage('refused')
  refuse(@ConnectedSocket() socket: Socket, @MessageBody() error: unknown): void {
    if (error instanceof FeedError) this.#pushes.get(socket)?.refuse(error);
  }

  /** The decoder could make nothing of it. */
  @SubscribeMessage('senseless')
  cut(@ConnectedSocket() socket: Socket, @MessageBody() error: unknown): void {
    if (error instanceof FeedError) this.#pushes.get(socket)?.end(error.code);
  }
}
