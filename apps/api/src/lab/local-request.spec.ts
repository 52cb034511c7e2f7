import { isLocal, type Asked } from './local-request';

const asked = (headers: Asked['headers'], remoteAddress: string | undefined = '127.0.0.1'): Asked => ({
  headers,
  socket: { remoteAddress },
});
const own = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };

describe('a request is of this machine', () => {
  it.each<[string, Asked]>([
    ['by a program', asked({ host: 'localhost:3000' })],
    ['by the page', asked(own)],
    ['by the page, as its browser tells', asked({ ...own, 'sec-fetch-site': 'same-origin' })],
    ['by someone who types the address', asked({ host: own.host, 'sec-fetch-site': 'none' })],
    ['by way of IPv6', asked({ host: '[::1]:3000', origin: 'http://[::1]:3000' }, '::1')],
    ['at a socket of both families', asked(own, '::ffff:127.0.0.1')],
    ['at the port that is not said', asked({ host: 'localhost', origin: 'http://localhost' })],
  ])('%s', (_, request) => {
    expect(isLocal(request)).toBe(true);
  });
});

describe('a request is not of this machine', () => {
  it.each<[string, Asked]>([
    ['from elsewhere', asked(own, '192.0.2.7')],
    ['from an address that only begins like ours', asked(own, '127.0.0.1.example')],
    ['from nowhere', { headers: own, socket: {} }],
    ['by a name of the attacker’s own (DNS rebinding)', asked({ host: 'evil.example:3000' })],
    ['by a name that only begins like ours', asked({ host: 'localhost.evil.example' })],
    ['by an address that only begins like ours', asked({ host: '127.0.0.1.evil.example' })],
    ['by two names', asked({ host: 'localhost, evil.example' })],
    ['by no name', asked({})],
    ['by a page of another site', asked({ ...own, origin: 'https://evil.example' })],
    ['by a page of another port', asked({ ...own, origin: 'http://127.0.0.1:4000' })],
    ['by a page of another name of this machine', asked({ ...own, origin: 'http://localhost:3000' })],
    ['by a page of nowhere', asked({ ...own, origin: 'null' })],
    ['by a picture on another site', asked({ host: own.host, 'sec-fetch-site': 'cross-site' })],
    [
      'by a page of another port, as its browser tells',
      asked({ host: own.host, 'sec-fetch-site': 'same-site' }),
    ],
    ['passed on by a proxy', asked({ ...own, 'x-forwarded-for': '192.0.2.7' })],
    ['passed on by another proxy', asked({ ...own, via: '1.1 proxy' })],
  ])('%s', (_, request) => {
    expect(isLocal(request)).toBe(false);
  });
});
