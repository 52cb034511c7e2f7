import { parseUpdate } from './parse-update';

describe('an update from outside', () => {
  it('happened now when it does not say when', () => {
    expect(parseUpdate({ key: 'a', fields: {} }, 42)).toEqual({ key: 'a', fields: {}, at: 42 });
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['no key', { fields: {} }],
    ['no fields', { key: 'a' }],
    ['fields and an end', { key: 'a', fields: {}, removed: true }],
    ['an end that is no end', { key: 'a', removed: false }],
    ['an unknown member', { key: 'a', fields: {}, echo: 1 }],
    ['a time that is no number', { key: 'a', fields: {}, at: '1' }],
    ['a field called __proto__', { key: 'a', fields: JSON.parse('{"__proto__":{}}') as object }],
    ['an object in a field', { key: 'a', fields: { x: { y: 1 } } }],
    ['a number beyond all numbers', { key: 'a', fields: { x: JSON.parse('1e999') as number } }],
    [
      'too many fields',
      { key: 'a', fields: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`f${i}`, i])) },
    ],
  ])('is refused when it has %s', (_, value) => {
    expect(() => parseUpdate(value, 0)).toThrow(expect.objectContaining({ code: 'bad_request' }));
  });
});
