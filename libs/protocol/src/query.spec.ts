import { FeedError } from './feed-error';
import { formatQuery, parseQuery, resumeFrom } from './query';

const read = (query: string) => parseQuery(new URLSearchParams(query));
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof FeedError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a query', () => {
  it('takes a bare topic as a whole request', () => {
    expect(read('topic=quotes')).toEqual([{ topic: 'quotes' }]);
  });

  it('gives each topic its cursor, filter and known filter', () => {
    expect(
      read(
        'topic=quotes&quotes.cursor=e1:7&quotes.keys=B,A,B&topic=positions&positions.cells=&positions.known=all',
      ),
    ).toEqual([
      { topic: 'quotes', cursor: { epoch: 'e1', offset: 7 }, filter: { keys: ['A', 'B'] } },
      { topic: 'positions', filter: { cells: [] }, known: null },
    ]);
  });

  it('is written so that it is read as the same wish', () => {
    const wish = read(
      'topic=quotes&quotes.cursor=e1:7&quotes.keys=A,B&quotes.known.keys=C&topic=trades&trades.known=all',
    );
    expect(parseQuery(formatQuery(wish))).toEqual(wish);
  });

  it.each([
    ['no topic', '', 'bad_request'],
    ['a topic that is no name', 'topic=../etc', 'bad_request'],
    ['a topic twice', 'topic=quotes&topic=quotes', 'bad_request'],
    ['a parameter of no topic asked for', 'topic=quotes&trades.cursor=e1:7', 'bad_request'],
    ['a spelling mistake', 'topic=quotes&quotes.cursors=e1:7', 'bad_request'],
    ['a parameter twice', 'topic=quotes&quotes.keys=A&quotes.keys=B', 'bad_request'],
    ['keys and cells', 'topic=quotes&quotes.keys=A&quotes.cells=0', 'bad_request'],
    ['a cell with a digit beyond 3', 'topic=quotes&quotes.cells=04', 'bad_request'],
    ['a cell finer than there are', `topic=quotes&quotes.cells=${'0'.repeat(15)}`, 'bad_request'],
    ['a key named __proto__', 'topic=quotes&quotes.keys=__proto__', 'bad_request'],
    ['a cursor without offset', 'topic=quotes&quotes.cursor=e1', 'bad_cursor'],
    ['a negative offset', 'topic=quotes&quotes.cursor=e1:-1', 'bad_cursor'],
    ['an offset no number holds', 'topic=quotes&quotes.cursor=e1:9999999999999999', 'bad_cursor'],
    ['a line break in a cursor', 'topic=quotes&quotes.cursor=e1:1%0Aid', 'bad_cursor'],
    [
      'too many keys',
      `topic=quotes&quotes.keys=${Array.from({ length: 513 }, (_, i) => `K${i}`).join()}`,
      'filter_too_large',
    ],
    ['too many topics', Array.from({ length: 17 }, (_, i) => `topic=t${i}`).join('&'), 'filter_too_large'],
  ])('is refused with its code for %s', (_, query, code) => {
    expect(codeOf(() => read(query))).toBe(code);
  });
});

it('is refused for far too many topics before they are looked at', () => {
  const query = new URLSearchParams(Array.from({ length: 1_700 }, (_, i) => `topic=t${i}`).join('&'));
  const getAll = jest.spyOn(query, 'getAll');
  expect(codeOf(() => parseQuery(query))).toBe('filter_too_large');
  expect(getAll).toHaveBeenCalledTimes(1);
});

describe('Last-Event-ID', () => {
  it('sets the cursors of the topics it names', () => {
    expect(
      resumeFrom('quotes@e1:9,positions@e1:3', read('topic=quotes&quotes.cursor=e1:1&topic=trades')),
    ).toEqual([{ topic: 'quotes', cursor: { epoch: 'e1', offset: 9 } }, { topic: 'trades' }]);
  });

  it.each(['quotes', 'quotes@', 'quotes@e1:x', '@', ','])('is refused when it is %j', (id) => {
    expect(codeOf(() => resumeFrom(id, read('topic=quotes')))).toBe('bad_cursor');
  });
});
