import { opcodes } from '@tickway/gateway';
import { plainForm } from '@tickway/protocol';
import { inflated, readFrame } from '../wire/read-frame';
import { formQuery } from './form-query';
import type { PushOptions } from './streaming';
import { upgrade, type Message } from './upgrade';
import type { Way } from './viewer';

/** WebSocket: the wish stands in the query, each message is a frame. */
export const webSocket =
  ({ form = plainForm, limits, headers }: PushOptions = {}): Way =>
  (viewer) =>
    upgrade(viewer, {
      target: `/feed/websocket?${viewer.query(formQuery(form, limits))}`,
      compress: form.compress,
      ...(headers && { headers }),
      message: (message) => viewer.receive(message.payload, readerOf(message)),
    });

/** How a message is read: what it is in, it says itself. */
export function readerOf({ opcode, compressed }: Message) {
  const read = readFrame[opcode === opcodes.binary ? 'msgpack' : 'json'];
  return compressed ? inflated(read) : read;
}
