import { askerOf, limitedAsker } from './asker';

const asker = (remoteAddress: string | undefined, forwarded?: string, proxies: readonly string[] = []) =>
  askerOf(
    { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress } },
    proxies,
  );

describe('who asks', () => {
  it('is an address, also at a socket of both families', () => {
    expect([asker('203.0.113.7'), asker('::ffff:203.0.113.7'), asker(undefined)]).toEqual([
      '203.0.113.7',
      '203.0.113.7',
      '',
    ]);
  });

  it('is a whole network of IPv6', () => {
    expect(asker('2001:db8::1')).toBe(asker('2001:db8:0:0:ffff::2'));
    expect(asker('2001:db8::1')).not.toBe(asker('2001:db8:0:1::1'));
    expect(asker('::1')).toBe('0:0:0:0');
  });

  it('is not who he says he is', () => {
    expect(asker('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
    expect(asker('203.0.113.7', '198.51.100.1', ['127.0.0.1'])).toBe('203.0.113.7');
  });

  it('is who a proxy of ours says he is, and not whom he named before', () => {
    const proxies = ['127.0.0.1', '10.0.0.1'];
    expect(asker('127.0.0.1', '203.0.113.7', proxies)).toBe('203.0.113.7');
    expect(asker('127.0.0.1', '198.51.100.1, 203.0.113.7', proxies)).toBe('203.0.113.7');
    expect(asker('::ffff:127.0.0.1', '198.51.100.1, 203.0.113.7, 10.0.0.1', proxies)).toBe('203.0.113.7');
    expect(asker('127.0.0.1', undefined, proxies)).toBe('127.0.0.1');
  });

  it.each(['', 'unknown', 'x'.repeat(5_000), '203.0.113.7:8080'])(
    'is the proxy where that says %j',
    (said) => {
      expect(asker('127.0.0.1', said, ['127.0.0.1'])).toBe('127.0.0.1');
    },
  );
});

describe('limits of one address', () => {
  const limited = (remoteAddress: string, forwarded?: string, proxies: readonly string[] = []) =>
    limitedAsker(
      { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress } },
      proxies,
    );

  it.each(['127.0.0.1', '127.9.9.9', '::ffff:127.0.0.1', '::1'])(
    'are not for this machine, at %s',
    (address) => {
      expect(limited(address)).toBeUndefined();
      expect(limited(address, '203.0.113.7')).toBeUndefined();
    },
  );

  it.each(['203.0.113.7', '127.example', '2001:db8::1', ''])('are for %j', (address) => {
    expect(limited(address)).toBe(asker(address));
  });

  it('are for whom a proxy on this machine asks, and for the proxy if it does not say', () => {
    expect(limited('127.0.0.1', '203.0.113.7', ['127.0.0.1'])).toBe('203.0.113.7');
    expect(limited('127.0.0.1', undefined, ['127.0.0.1'])).toBe('127.0.0.1');
    expect(limited('::1', undefined, ['::1'])).toBe('0:0:0:0');
  });
});
