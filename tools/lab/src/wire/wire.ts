import type { Address, ByteReader } from '@tickway/gateway';

/** One TCP connection as a viewer needs it. */
export interface Wire {
  send(bytes: Buffer): void;
  /** Ends it without a word; the reader hears nothing more. */
  cut(): void;
  /** Bytes both ways by the socket's own counters. */
  readonly carried: number;
}

/** Opens a connection. What comes in goes to `reader`, whose `ended` is called once however it ends. */
export type Dial = (address: Address, reader: ByteReader) => Wire;
