import { ByteLines } from '@tickway/gateway';
import type { WireForm } from '@tickway/protocol';
import type { ByteAccount } from './byte-account';
import { DeflatedFrames } from './deflated-frames';
import { PackedFrames } from './packed-frames';
import { inflatedPart, readFrame, type ReadFrame } from './read-frame';

/** Who reads the bodies of a connection's answers. */
export interface BodyReader {
  add(chunk: Buffer): void;
  /** The body is over. */
  end(): void;
}

/** Who takes the frames. */
export interface FrameTaker {
  readonly account: ByteAccount;
  /** Takes one frame's bytes. */
  receive(payload: Buffer, read: ReadFrame): void;
}

/** Reads frames one after the other, in the form that was asked for. */
export function httpFrames(taker: FrameTaker, { codec, compress }: WireForm): BodyReader {
  const framing = (bytes: number) => taker.account.add('framing', bytes);
  const read = readFrame[codec];
  if (compress)
    return new DeflatedFrames({ framing, frame: (bytes) => taker.receive(bytes, inflatedPart(read)) });
  const take = (frame: Buffer) => taker.receive(frame, read);
  const takeLine = (line: Buffer) => {
    framing(1);
    take(line);
  };
  const cut = codec === 'msgpack' ? new PackedFrames(take) : new ByteLines(takeLine);
  return { add: (chunk) => cut.add(chunk), end: () => undefined };
}
