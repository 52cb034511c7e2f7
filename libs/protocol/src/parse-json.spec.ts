import { FeedError } from './feed-error';
import { parseJson } from './parse-json';

describe('JSON from outside', () => {
  it('is parsed', () => {
    expect(parseJson('{"a":[1,"]]]]\\"[[[[[[[[[[[[[[[[[[[["]}')).toEqual({
      a: [1, ']]]]"[[[[[[[[[[[[[[[[[[[['],
    });
  });

  it.each([17, 5_000, 100_000])('is refused %d levels deep, before it is parsed', (levels) => {
    expect(() => parseJson('['.repeat(levels) + ']'.repeat(levels))).toThrow(new FeedError('too_deep'));
  });

  it('is allowed 16 levels', () => {
    expect(() => parseJson('['.repeat(16) + ']'.repeat(16))).not.toThrow();
  });

  it.each(['', '{', '"a', 'nope', '{"a":}', '"\\'])('is refused without repeating it: %j', (text) => {
    expect(() => parseJson(text)).toThrow(new FeedError('bad_request', 'not JSON'));
  });
});
