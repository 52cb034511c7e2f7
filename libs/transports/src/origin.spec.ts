import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { originAllowed, readableBy } from './origin';

const request = (headers: { origin?: string; host?: string }) =>
  Object.assign(new IncomingMessage(new Socket()), { headers });

describe('the page that asks for a socket', () => {
  const listed = ['https://board.example'];
  const asks = (headers: { origin?: string; host?: string }) =>
    originAllowed(request(headers), { listed, guestOf: () => 'http://guest.example' });

  it.each([
    ['is no page', { host: 'tickway.example' }],
    ['is this server’s', { host: 'tickway.example', origin: 'https://tickway.example' }],
    ['is on this server’s port', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }],
    ['is a guest of this connection', { host: 'tickway.example', origin: 'http://guest.example' }],
    ['is listed', { host: 'tickway.example', origin: 'https://board.example' }],
  ])('gets one when it %s', (_, headers) => {
    expect(asks(headers)).toBe(true);
  });

  it.each([
    ['another host', { host: 'tickway.example', origin: 'https://evil.example' }],
    ['another port', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:4000' }],
    [
      'a host that only begins like ours',
      { host: 'tickway.example', origin: 'https://tickway.example.evil.example' },
    ],
    ['a file', { host: 'tickway.example', origin: 'null' }],
    ['nowhere, to no host', { origin: 'null' }],
    ['something that is no origin', { host: '', origin: '//' }],
  ])('gets none when it is of %s', (_, headers) => {
    expect(asks(headers)).toBe(false);
  });
});

describe('an answer of the feed over HTTP', () => {
  const read = (origin: string | undefined, guest: string | undefined) =>
    readableBy(request(origin === undefined ? {} : { origin }), () => guest);

  it('may be read by exactly the page that is a guest of its connection', () => {
    expect(read('http://guest.example', 'http://guest.example')).toEqual({
      'Access-Control-Allow-Origin': 'http://guest.example',
      'Timing-Allow-Origin': 'http://guest.example',
      Vary: 'Origin',
    });
  });

  it.each([
    ['another page', 'http://evil.example', 'http://guest.example'],
    ['a page where nobody is a guest', 'http://guest.example', undefined],
    ['no page', undefined, 'http://guest.example'],
    ['nobody, where nobody is a guest', undefined, undefined],
  ])('may not be read by %s', (_, origin, guest) => {
    expect(read(origin, guest)).toEqual({});
  });
});
