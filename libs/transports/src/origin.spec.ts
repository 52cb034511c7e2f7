import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { originAllowed } from './origin';

describe('the page that asks for a socket', () => {
  const asks = (headers: { origin?: string; host?: string }) =>
    originAllowed(Object.assign(new IncomingMessage(new Socket()), { headers }), ['https://board.example']);

  it.each([
    ['is no page', { host: 'tickway.example' }],
    ['is this server’s', { host: 'tickway.example', origin: 'https://tickway.example' }],
    ['is on this server’s port', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }],
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
