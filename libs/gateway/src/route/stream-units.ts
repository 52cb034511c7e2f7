import { ByteLines } from '../wire/byte-lines';

const ID = Buffer.from('id: ');
const NEWLINE = Buffer.from('\n');

/** One frame of a stream with what belongs to it, as it came. */
export interface StreamUnit {
  readonly bytes: Buffer;
  /** An event's id, and the bytes as they are with another one. */
  readonly id?: { readonly text: string; with(text: string): Buffer };
}

/** Cuts a stream into its frames: lines, or events, which end with an empty line. */
export const streamUnits = (form: 'lines' | 'events', onUnit: (unit: StreamUnit) => void): ByteLines =>
  form === 'lines'
    ? new ByteLines((line) => onUnit({ bytes: Buffer.concat([line, NEWLINE]) }))
    : events(onUnit);

function events(onUnit: (unit: StreamUnit) => void): ByteLines {
  let lines: Buffer[] = [];
  return new ByteLines((line) => {
    lines.push(line);
    if (line.length > 0) return;
    onUnit(eventOf(lines));
    lines = [];
  });
}

function eventOf(lines: readonly Buffer[]): StreamUnit {
  const at = lines.findIndex((line) => line.subarray(0, ID.length).equals(ID));
  const bytes = joined(lines);
  if (at < 0) return { bytes };
  const text = lines[at]?.toString('latin1', ID.length) ?? '';
  return { bytes, id: { text, with: (other) => joined(lines.with(at, Buffer.from(`id: ${other}`))) } };
}

const joined = (lines: readonly Buffer[]) => Buffer.concat(lines.flatMap((line) => [line, NEWLINE]));
