import type { Codec, WireForm } from '@tickway/protocol';
import { deflatedMessage } from '../form/deflated-message';
import { jsonParts } from '../form/frame-parts';
import { frameText } from '../form/frame-text';
import { packedFrame, packedParts } from '../form/packed-frame';
import { sharedBytes, type BytesOf } from '../shared-bytes';
import { dataFrame, deflatedFrame, frameKinds, textFrame } from '../websocket/data-frame';

/** The event `frame` as Socket.IO's own broadcast hands it to Engine.IO: the packet, and the WebSocket frames of it made once for all receivers. */
export interface EventPacket {
  readonly packet: string;
  readonly options: { readonly compress: false; readonly wsPreEncodedFrame: readonly [Buffer] };
}

const ENGINE_MESSAGE = '4';

const eventPacket = (packet: string, bytes: Buffer): EventPacket => ({
  packet,
  options: { compress: false, wsPreEncodedFrame: [bytes] },
});

const EVENT = '2["frame",';
const event = (text: string) => `${EVENT}${text}]`;
/** An event whose content is a message of bytes of its own, the next one (Socket.IO protocol 5, type 5). */
const ATTACHED = '51-["frame",{"_placeholder":true,"num":0}]';
const attachedHead = textFrame(ENGINE_MESSAGE + ATTACHED);
const attached = (bytes: Buffer) => eventPacket(ATTACHED, Buffer.concat([attachedHead, bytes]));

const { text, binary } = frameKinds;

const plain: Readonly<Record<Codec, BytesOf<EventPacket>>> = {
  json: sharedBytes((encoded, writtenAt) => {
    const packet = event(frameText(encoded, writtenAt));
    return eventPacket(packet, textFrame(ENGINE_MESSAGE + packet));
  }),
  msgpack: sharedBytes((encoded, writtenAt) => attached(dataFrame(binary, packedFrame(encoded, writtenAt)))),
};

const eventMessage = deflatedMessage(jsonParts(ENGINE_MESSAGE + EVENT, () => ']'));
const packedMessage = deflatedMessage(packedParts);

const deflated: Readonly<Record<Codec, BytesOf<EventPacket>>> = {
  json: sharedBytes((encoded, writtenAt) =>
    eventPacket(EVENT, deflatedFrame(text, eventMessage(encoded, writtenAt))),
  ),
  msgpack: sharedBytes((encoded, writtenAt) =>
    attached(deflatedFrame(binary, packedMessage(encoded, writtenAt))),
  ),
};

/** The events of a form. */
export const eventPackets = ({ codec, compress }: WireForm): BytesOf<EventPacket> =>
  (compress ? deflated : plain)[codec];
