import { decodeFrame, encodeMessage, formatQuery } from '@tickway/protocol';
import { WebSocket } from 'ws';
import { Receiver } from '../harness/receiver';
import type { OpenLine } from './line';

/** `/feed/websocket`: the first wish stands in the address, later ones are messages. */
export const openWebSocket: OpenLine = (url, subscriptions) => {
  const receiver = new Receiver();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/feed/websocket?${formatQuery(subscriptions)}`);
  socket.on('message', (data: Buffer) => receiver.receive(decodeFrame(data.toString())));
  socket.on('close', (code) => receiver.end({ code }));
  // A cut; 'close' follows.
  socket.on('error', () => undefined);
  return {
    receiver,
    subscribe: (wish) => socket.send(encodeMessage({ type: 'subscribe', subscriptions: wish })),
    close: () => socket.terminate(),
  };
};
