import { assertAcceptsDeflate } from './accepts-deflate';

const accepts = (header: string) => () => assertAcceptsDeflate({ headers: { 'accept-encoding': header } });

describe('what a client can read', () => {
  it.each(['deflate', 'gzip, Deflate', 'br;q=1, deflate ; q=0.5', '*', 'gzip;q=0, *;q=0.1'])(
    'is deflated when it says %j',
    (header) => expect(accepts(header)).not.toThrow(),
  );

  it.each(['', 'gzip', 'deflate;q=0', 'deflate; q=0, *', 'deflate;level=9;q=0', 'inflate', 'deflate;q=x'])(
    'is not when it says %j',
    (header) => expect(accepts(header)).toThrow(expect.objectContaining({ code: 'unsupported' })),
  );

  it('is found out in no time, however much white space there is', () => {
    const begun = performance.now();
    expect(accepts(`deflate,a${' '.repeat(15_000)}b`)).not.toThrow();
    // By a regular expression that tries again at each space: a second.
    expect(performance.now() - begun).toBeLessThan(50);
  });
});
