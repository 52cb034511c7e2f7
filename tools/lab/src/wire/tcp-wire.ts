import type { Address, ByteReader } from '@tickway/gateway';
import { connect } from 'node:net';
import type { Dial, Wire } from './wire';

/** A real connection: a plain socket, for only its own counters tell the true bytes. */
export const tcpWire: Dial = ({ host, port }: Address, reader: ByteReader): Wire => {
  const socket = connect({ host, port, noDelay: true });
  let deaf = false;
  socket.on('data', (chunk: Buffer) => {
    if (!deaf) reader.add(chunk);
  });
  // A failed connection shows by its end.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    if (!deaf) reader.ended();
  });
  return {
    send: (bytes) => void socket.write(bytes),
    cut: () => {
      deaf = true;
      socket.destroy();
    },
    get carried() {
      return socket.bytesRead + socket.bytesWritten;
    },
  };
};
