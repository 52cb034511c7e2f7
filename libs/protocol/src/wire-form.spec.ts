import { FeedError } from './feed-error';
import { formatQuery } from './query';
import { parseFormQuery, plainForm, switchIn } from './wire-form';

const query = (text: string) => new URLSearchParams(text);

describe('the form of the bytes', () => {
  it('is plain JSON when nothing is said', () => {
    expect(parseFormQuery(query('topic=quotes'))).toBe(plainForm);
  });

  it.each([
    ['codec=msgpack', { codec: 'msgpack', compress: false }],
    ['compress=1', { codec: 'json', compress: true }],
    ['codec=msgpack&compress=1', { codec: 'msgpack', compress: true }],
    ['codec=json&compress=0', plainForm],
  ] as const)('is read from the query %j and written so that it is read the same', (text, form) => {
    expect(parseFormQuery(query(text))).toEqual(form);
    expect(parseFormQuery(formatQuery([], {}, form))).toEqual(form);
  });

  it.each([
    'codec=',
    'codec=MSGPACK',
    'codec=cbor',
    'compress=',
    'compress=yes',
    'compress=2',
    'compress=gzip',
  ])('is refused as %j', (text) => {
    expect(() => parseFormQuery(query(text))).toThrow(FeedError);
  });
});

describe('a switch in a query', () => {
  it('is on, off or not there', () => {
    expect(['keepAlive=1', 'keepAlive=0', ''].map((text) => switchIn(query(text), 'keepAlive'))).toEqual([
      true,
      false,
      undefined,
    ]);
  });
});
