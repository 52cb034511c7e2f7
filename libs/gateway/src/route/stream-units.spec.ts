import { cuts } from '../testing/cuts';
import { streamUnits, type StreamUnit } from './stream-units';

function read(form: 'lines' | 'events', pieces: readonly Buffer[]): readonly StreamUnit[] {
  const units: StreamUnit[] = [];
  const reader = streamUnits(form, (unit) => units.push(unit));
  for (const piece of pieces) reader.add(piece);
  return units;
}

const EVENTS = 'retry: 2000\n\nid: quotes@e:1\ndata: {"a":1}\n\ndata: {"b":2}\n\ndata: {"cut';

describe('a stream', () => {
  it('of events is cut into whole events, however the bytes came, and a rest that never ended is none', () => {
    for (const pieces of cuts(EVENTS)) {
      const units = read('events', pieces);
      expect(units.map(({ bytes }) => bytes.toString()).join('')).toBe(
        EVENTS.slice(0, EVENTS.lastIndexOf('data')),
      );
      expect(units.map(({ id }) => id?.text)).toEqual([undefined, 'quotes@e:1', undefined]);
    }
  });

  it('of events may be given other ids', () => {
    const [, event] = read('events', [Buffer.from(EVENTS)]);
    expect(event?.id?.with('quotes@e:1,positions@f:2').toString()).toBe(
      'id: quotes@e:1,positions@f:2\ndata: {"a":1}\n\n',
    );
  });

  it('of lines is cut into lines', () => {
    for (const pieces of cuts('{"a":1}\n{"b":2}\n{"c'))
      expect(read('lines', pieces).map(({ bytes }) => bytes.toString())).toEqual(['{"a":1}\n', '{"b":2}\n']);
  });
});
