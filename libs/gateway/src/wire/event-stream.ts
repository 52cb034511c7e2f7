import { ByteLines } from './byte-lines';

const DATA = Buffer.from('data: ');

/**
 * Reads Server-Sent Events as the feed writes them: one `data` line an event. Tells each event's data and
 * the bytes around it (names, `id`, `retry`, line ends).
 */
export function eventStream(events: {
  readonly data: (data: Buffer) => void;
  readonly framing: (bytes: number) => void;
}): ByteLines {
  return new ByteLines((line) => {
    const isData = line.subarray(0, DATA.length).equals(DATA);
    events.framing(isData ? DATA.length + 1 : line.length + 1);
    if (isData) events.data(line.subarray(DATA.length));
  });
}
