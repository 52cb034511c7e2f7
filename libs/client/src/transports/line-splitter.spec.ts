import { LineSplitter } from './line-splitter';

const text = '{"name":"Café"}\n{"name":"한국 🚇"}\n{"n":3}\n';
const bytes = new TextEncoder().encode(text);

describe('a line splitter', () => {
  it('gives the same lines wherever the bytes are cut, in the middle of a character too', () => {
    for (let size = 1; size <= bytes.length; size++) {
      const lines = new LineSplitter();
      const found: string[] = [];
      for (let at = 0; at < bytes.length; at += size)
        found.push(...lines.push(bytes.subarray(at, at + size)));
      expect(found).toEqual(text.trimEnd().split('\n'));
      expect(lines.end()).toBe('');
    }
  });

  it('keeps what stands after the last line’s end', () => {
    const lines = new LineSplitter();
    expect(lines.push(bytes.subarray(0, 20))).toEqual(['{"name":"Café"}']);
    expect(lines.end()).toBe('{"n');
  });

  it('passes over empty lines', () => {
    expect(new LineSplitter().push(new TextEncoder().encode('\n\na\n\n'))).toEqual(['a']);
  });
});
