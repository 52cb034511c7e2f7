import { readSince } from './read-since';

describe('since', () => {
  it('is the number of an event, the first when it is not said', () => {
    expect([readSince(undefined), readSince('0'), readSince('123')]).toEqual([1, 0, 123]);
  });

  it.each(['', '-1', '1.5', 'x', ['1', '2'], '1234567890123456'])('is not %j', (value) => {
    expect(() => readSince(value)).toThrow(expect.objectContaining({ code: 'bad_request' }));
  });
});
