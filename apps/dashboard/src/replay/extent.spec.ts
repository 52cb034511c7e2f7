import { parseExtent } from './extent';

describe('extent', () => {
  it('is read from the server’s answer, cuts and all', () => {
    const told = {
      state: 'on',
      oldest: { quotes: 5, odd: 'x' },
      newest: 9,
      cuts: [{ from: 6, to: 7 }, { from: 8 }],
    };
    expect(parseExtent(told)).toEqual({
      recording: true,
      oldest: new Map([['quotes', 5]]),
      newest: 9,
      cuts: [{ from: 6, to: 7 }],
    });
  });

  it('is none of an answer that is something else', () => {
    expect([parseExtent('page'), parseExtent({}), parseExtent(null)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(parseExtent({ state: 'off', reason: 'disk full' })).toMatchObject({ recording: false, cuts: [] });
  });
});
