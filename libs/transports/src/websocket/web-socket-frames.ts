import type { Codec, WireForm } from '@tickway/protocol';
import { deflatedMessage } from '../form/deflated-message';
import { jsonParts } from '../form/frame-parts';
import { frameText } from '../form/frame-text';
import { packedFrame, packedParts } from '../form/packed-frame';
import { sharedBytes, type BytesOf } from '../shared-bytes';
import { dataFrame, deflatedFrame, frameKinds, textFrame } from './data-frame';

const { text, binary } = frameKinds;

/** Frames of the feed as WebSocket frames: text for JSON, binary for MessagePack. */
const plain: Readonly<Record<Codec, BytesOf<Buffer>>> = {
  json: sharedBytes((encoded, writtenAt) => textFrame(frameText(encoded, writtenAt))),
  msgpack: sharedBytes((encoded, writtenAt) => dataFrame(binary, packedFrame(encoded, writtenAt))),
};

const jsonMessage = deflatedMessage(jsonParts());
const packedMessage = deflatedMessage(packedParts);

const deflated: Readonly<Record<Codec, BytesOf<Buffer>>> = {
  json: sharedBytes((encoded, writtenAt) => deflatedFrame(text, jsonMessage(encoded, writtenAt))),
  msgpack: sharedBytes((encoded, writtenAt) => deflatedFrame(binary, packedMessage(encoded, writtenAt))),
};

/** The WebSocket frames of a form. */
export const webSocketFrames = ({ codec, compress }: WireForm): BytesOf<Buffer> =>
  (compress ? deflated : plain)[codec];
