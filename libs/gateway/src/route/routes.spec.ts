import { parseTopic } from '@tickway/protocol';
import { parseRoute } from './route';
import { Routes } from './routes';

const [quotes, trades, positions] = ['quotes', 'trades', 'positions'].map(parseTopic) as [
  never,
  never,
  never,
];

const routes = (...texts: readonly string[]) => new Routes(texts.map(parseRoute));
const server = (port: number) => ({ host: 'a', port });

describe('a route as text', () => {
  it.each([
    ['quotes,trades=http://a:1', { type: 'topics', topics: [quotes, trades], server: server(1) }],
    ['/=http://a', { type: 'path', path: '/', server: server(80) }],
    ['/history=http://[::1]:2/', { type: 'path', path: '/history', server: { host: '::1', port: 2 } }],
    ['//Board.Example/x=http://a:3', { type: 'path', host: 'board.example', path: '/x', server: server(3) }],
  ])('%s', (text, route) => expect(parseRoute(text)).toEqual(route));

  it.each([
    ['quotes', 'a route is'],
    ['=http://a:1', 'a route is'],
    ['Quotes=http://a:1', 'no topic'],
    ['quotes=https://a:1', 'a server is'],
    ['quotes=http://a:1/path', 'a server is'],
    ['//board.example=http://a:1', 'a path is'],
    ['/a?b=http://a:1', 'a path is'],
  ])('refuses %s', (text, why) => expect(() => parseRoute(text)).toThrow(why));
});

describe('routes', () => {
  it('lead to the nearest path by whole segments, of the host that is asked before that of any', () => {
    const some = routes('/=http://a:1', '/history=http://a:2', '//b.example/history=http://a:3');
    expect(some.at('b.example:8080', '/history/bars')).toEqual(server(3));
    expect(some.at('c.example', '/history')).toEqual(server(2));
    expect(some.at(undefined, '/histories')).toEqual(server(1));
  });

  it('by topics have the feed, but for a path of it that is named', () => {
    const some = routes('quotes=http://a:1', '/=http://a:2', '/feed/socket.io=http://a:3');
    expect(some.at('x', '/feed/polling')).toBe('by topics');
    expect(some.at('x', '/feed/socket.io')).toEqual(server(3));
    expect(some.at('x', '/feeds')).toEqual(server(2));
  });

  it('refuse with a code what no route leads to', () => {
    expect(() => routes('/a=http://a:1').at('x', '/b')).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
    expect(() => routes('quotes=http://a:1').split([quotes, trades])).toThrow(
      expect.objectContaining({ code: 'unknown_topic' }),
    );
  });

  it('gather what is asked of one server, in whatever routes it stands', () => {
    const some = routes('quotes=http://a:1', 'positions=http://a:2', 'trades=http://a:1');
    const parts = [...some.split([positions, quotes, trades])];
    expect(parts).toEqual([
      [server(2), [positions]],
      [server(1), [quotes, trades]],
    ]);
  });

  it('do not want the same', () => {
    expect(() => routes('quotes=http://a:1', 'quotes=http://a:2')).toThrow('two routes');
    expect(() => routes('/a=http://a:1', '/a=http://a:2')).toThrow('two routes');
  });
});
