import type { WireEvent } from './wire-event';

/** What an event is, in the words of its standard. */
export interface WireDescription {
  /** The line that names it: a request line, a status, a message's type. */
  readonly title: string;
  /** Says only that it is still there. */
  readonly heartbeat: boolean;
}

/** RFC 6455 section 11.8. */
export const opcodeNames = new Map([
  [0, 'continuation'],
  [1, 'text'],
  [2, 'binary'],
  [8, 'close'],
  [9, 'ping'],
  [10, 'pong'],
]);

/** Packets of Engine.IO (protocol 4), and within a message those of Socket.IO (protocol 5). */
const enginePackets = ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'];
const socketPackets = [
  'CONNECT',
  'DISCONNECT',
  'EVENT',
  'ACK',
  'CONNECT_ERROR',
  'BINARY_EVENT',
  'BINARY_ACK',
];

/** Names an event; `isEngine`: it is of a Socket.IO connection. */
export function describeEvent(event: WireEvent, isEngine: boolean): WireDescription {
  switch (event.kind) {
    case 'request':
    case 'answer':
      return plain(
        firstLine(event.text)
          .replace(/ HTTP\/1\.1$/, '')
          .replace(/^HTTP\/1\.1 /, ''),
      );
    case 'unit':
      return describeText(event.text, '');
    case 'frame':
      return describeFrame(event, isEngine);
    default:
      return plain(event.kind);
  }
}

const plain = (title: string): WireDescription => ({ title, heartbeat: false });
const firstLine = (text: string) => text.split(/\r?\n/, 1)[0] ?? '';

function describeFrame({ opcode = 1, text, compressed }: WireEvent, isEngine: boolean): WireDescription {
  const name = opcodeNames.get(opcode) ?? `opcode ${opcode}`;
  if (opcode >= 9) return { title: name, heartbeat: true };
  if (opcode === 8) return plain(name);
  if (compressed === true) return plain(`${name}, deflate`);
  return isEngine && opcode === 1 ? describePacket(text) : describeText(text, name);
}

/** `42["frame",{…}]` is an Engine.IO message that carries a Socket.IO event. */
function describePacket(text: string): WireDescription {
  const engine = enginePackets[Number(text[0])] ?? '';
  if (engine === 'ping' || engine === 'pong') return { title: `Engine.IO ${engine}`, heartbeat: true };
  if (engine !== 'message') return plain(`Engine.IO ${engine}`);
  const { title, heartbeat } = describeText(text.slice(2), '');
  return { title: `${socketPackets[Number(text[1])] ?? ''} ${title}`.trim(), heartbeat };
}

/** A frame of ours by its type and topic, anything else by its beginning. */
function describeText(text: string, name: string): WireDescription {
  const type = /"type":"([a-z]+)"/.exec(text)?.[1];
  const topic = /"topic":"([^"]+)"/.exec(text)?.[1];
  if (type === undefined) return plain(`${name} ${text.slice(0, 60).trim()}`.trim());
  return { title: topic === undefined ? type : `${type} · ${topic}`, heartbeat: type === 'heartbeat' };
}
