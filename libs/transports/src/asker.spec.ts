import { askerOf } from './asker';

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
