import type { Writable } from 'node:stream';
import { textFrame } from './data-frame';

// Exported by ws, and missing in its types.
const { Receiver } = jest.requireActual<{ Receiver: new (options: object) => Writable }>('ws');

describe('a text frame', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
    'of %d bytes is read by ws as it was written',
    (length) => {
      const text = 'é'.repeat(Math.floor(length / 2)) + 'x'.repeat(length % 2);
      expect(read(textFrame(text))).toEqual([text]);
    },
  );

  it('stands by itself between others', () => {
    expect(read(Buffer.concat([textFrame('one'), textFrame('two')]))).toEqual(['one', 'two']);
  });
});

function read(bytes: Buffer): string[] {
  const receiver = new Receiver({ allowSynchronousEvents: true });
  const messages: string[] = [];
  receiver.on('message', (data: Buffer) => messages.push(data.toString()));
  receiver.write(bytes);
  return messages;
}
