import { byteLength } from './byte-length';

describe('byteLength', () => {
  it.each(['', 'ACME', 'Café', '한국', '🚇 mixed ½ text'])('counts %p as UTF-8 does', (text) => {
    expect(byteLength(text)).toBe(Buffer.byteLength(text));
  });
});
