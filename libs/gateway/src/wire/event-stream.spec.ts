import { cuts } from '../testing/cuts';
import { eventStream } from './event-stream';

it('gives each event’s data and books every byte around it, however they are cut', () => {
  const text = 'retry: 1234\n\ndata: {"a":1}\n\nid: quotes@k:1\ndata: {"b":2}\n\n';
  for (const pieces of cuts(text)) {
    const data: string[] = [];
    let framing = 0;
    const stream = eventStream({
      data: (one) => data.push(one.toString()),
      framing: (bytes) => (framing += bytes),
    });
    for (const piece of pieces) stream.add(piece);
    expect(data).toEqual(['{"a":1}', '{"b":2}']);
    expect(framing + data.join('').length).toBe(text.length);
  }
});
