import { parseFrame, subscriptionJson, type Subscription } from '@tickway/protocol';
import { io } from 'socket.io-client';
import { Receiver } from '../harness/receiver';
import type { OpenLine } from './line';

/** Socket.IO at `/feed/socket.io`, over WebSocket only and without its own reconnection. */
export const openSocketIo: OpenLine = (url, subscriptions) => {
  const receiver = new Receiver();
  const socket = io(url, {
    path: '/feed/socket.io',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  const subscribe = (wish: readonly Subscription[]) =>
    socket.emit('subscribe', { type: 'subscribe', subscriptions: wish.map(subscriptionJson) });
  socket.on('connect', () => subscribe(subscriptions));
  socket.on('frame', (frame: unknown) => receiver.receive(parseFrame(frame)));
  socket.on('disconnect', () => receiver.end({}));
  socket.on('connect_error', () => receiver.end({}));
  return { receiver, subscribe, close: () => socket.disconnect() };
};
