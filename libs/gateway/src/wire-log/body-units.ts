import { ByteLines } from '../wire/byte-lines';

/** Cuts a body into what means something by itself. */
export interface BodyUnits {
  add(bytes: Buffer): void;
  /** The body has ended: what is left is a unit too. */
  rest(): void;
}

type OnUnit = (form: 'event' | 'line' | 'piece', unit: Buffer) => void;

const NEWLINE = Buffer.from('\n');

/** How to cut the body of an answer with these headers. */
export function bodyUnits(headers: ReadonlyMap<string, string>, onUnit: OnUnit): BodyUnits {
  const type = headers.get('content-type') ?? '';
  // What is compressed can be seen only as it came.
  if (headers.has('content-encoding')) return pieces(onUnit);
  if (type.startsWith('text/event-stream')) return events(onUnit);
  return type.startsWith('application/x-ndjson') ? lines(onUnit) : pieces(onUnit);
}

const pieces = (onUnit: OnUnit): BodyUnits => ({
  add: (bytes) => onUnit('piece', bytes),
  rest: () => undefined,
});

/** A line, with its end. */
function lines(onUnit: OnUnit): BodyUnits {
  return whole('line', onUnit, () => true);
}

/** An event ends with an empty line, which belongs to it. */
function events(onUnit: OnUnit): BodyUnits {
  return whole('event', onUnit, (line) => line.length === 0);
}

/** Gathers lines until one ends a unit. */
function whole(form: 'event' | 'line', onUnit: OnUnit, ends: (line: Buffer) => boolean): BodyUnits {
  let gathered: Buffer[] = [];
  const say = () => {
    onUnit(form, Buffer.concat(gathered));
    gathered = [];
  };
  const cutter = new ByteLines((line) => {
    gathered.push(line, NEWLINE);
    if (ends(line)) say();
  });
  return {
    add: (bytes) => cutter.add(bytes),
    rest: () => {
      if (cutter.rest.length > 0) gathered.push(cutter.rest);
      if (gathered.length > 0) say();
    },
  };
}
