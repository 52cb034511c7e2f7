import { FeedError, limits } from '@tickway/protocol';
import { isUtf8 } from 'node:buffer';
import { opcodes, WebSocketFault, WebSocketFrames, type WebSocketFrame } from '../wire/web-socket-frames';

/** What a client says on a WebSocket. */
export interface ClientEvents {
  text(text: string): void;
  ping(payload: Buffer): void;
  pong(payload: Buffer): void;
  /** It goes; what it said as the reason, if it did. */
  close(payload: Buffer): void;
}

/** A message of 16 KiB needs no more. */
const MOST_FRAGMENTS = 64;
const LONGEST_CONTROL = 125;
const RESERVED_BITS = 0x70;

/** Puts a client's frames together to messages, as bounded as the server's own. No extension is spoken. */
export class ClientMessages {
  readonly #frames = new WebSocketFrames((frame) => this.#frame(frame), 'client', limits.messageBytes);
  #parts: Buffer[] = [];
  #bytes = 0;
  #inMessage = false;

  constructor(private readonly events: ClientEvents) {}

  /**
   * @throws WebSocketFault for what breaks RFC 6455, or is too long
   * @throws FeedError `unsupported` for a binary message
   */
  add(chunk: Buffer): void {
    this.#frames.add(chunk);
  }

  #frame(frame: WebSocketFrame): void {
    const { opcode, final, payload, bytes } = frame;
    if (((bytes[0] ?? 0) & RESERVED_BITS) !== 0) throw new WebSocketFault(1002, 'a reserved bit is set');
    if (opcode >= opcodes.close) return this.#control(frame);
    if (opcode === opcodes.binary) throw new FeedError('unsupported');
    if (opcode > opcodes.binary) throw new WebSocketFault(1002, 'an opcode that is not there');
    if ((opcode === opcodes.continuation) !== this.#inMessage)
      throw new WebSocketFault(1002, 'a message within a message, or a rest of none');
    this.#gather(payload);
    this.#inMessage = !final;
    if (final) this.#whole();
  }

  #control({ opcode, final, payload }: WebSocketFrame): void {
    if (!final || payload.length > LONGEST_CONTROL)
      throw new WebSocketFault(1002, 'a control frame is short and whole');
    if (opcode === opcodes.ping) this.events.ping(payload);
    else if (opcode === opcodes.pong) this.events.pong(payload);
    else if (opcode === opcodes.close) this.events.close(payload);
    else throw new WebSocketFault(1002, 'an opcode that is not there');
  }

  #gather(payload: Buffer): void {
    this.#parts.push(payload);
    this.#bytes += payload.length;
    if (this.#bytes > limits.messageBytes || this.#parts.length > MOST_FRAGMENTS)
      throw new WebSocketFault(1009, 'a message that long');
  }

  #whole(): void {
    const message = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#bytes = 0;
    if (!isUtf8(message)) throw new WebSocketFault(1007, 'text that is not UTF-8');
    this.events.text(message.toString());
  }
}
