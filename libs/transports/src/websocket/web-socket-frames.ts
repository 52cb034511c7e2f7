import type { Codec, WireForm } from '@tickway/protocol';
import { deflateMessage } from '../form/deflate';
import { frameText } from '../form/frame-text';
import { packedFrame } from '../form/packed-frame';
import { sharedBytes, type BytesOf } from '../shared-bytes';
import { dataFrame, deflatedFrame, frameKinds, textFrame } from './data-frame';

const { text, binary } = frameKinds;

/** Frames of the feed as WebSocket frames: text for JSON, binary for MessagePack. */
const plain: Readonly<Record<Codec, BytesOf<Buffer>>> = {
  json: sharedBytes((encoded, writtenAt) => textFrame(frameText(encoded, writtenAt))),
  msgpack: sharedBytes((encoded, writtenAt) => dataFrame(binary, packedFrame(encoded, writtenAt))),
};

const deflated: Readonly<Record<Codec, BytesOf<Buffer>>> = {
  json: sharedBytes((encoded, writtenAt) =>
    deflatedFrame(text, deflateMessage(Buffer.from(frameText(encoded, writtenAt)))),
  ),
  msgpack: sharedBytes((encoded, writtenAt) =>
    deflatedFrame(binary, deflateMessage(packedFrame(encoded, writtenAt))),
  ),
};

/** The WebSocket frames of a form. */
export const webSocketFrames = ({ codec, compress }: WireForm): BytesOf<Buffer> =>
  (compress ? deflated : plain)[codec];
