import { decodeMessage, encodeMessage } from './client-message';
import { FeedError } from './feed-error';
import { formatQuery } from './query';
import { parseLimitsQuery, parseViewerLimits } from './viewer-limits';

const query = (text: string) => parseLimitsQuery(new URLSearchParams(text));

describe("a viewer's own limits", () => {
  it.each([
    ['', {}],
    ['maxFrequency=0.1', { maxFrequency: 0.1 }],
    ['maxFrequency=50&maxBandwidth=20000', { maxFrequency: 50, maxBandwidth: 20_000 }],
    ['windowMs=0', { windowMs: 0 }],
    ['windowMs=50&maxFrequency=2', { windowMs: 50, maxFrequency: 2 }],
  ])('are read from the query %j', (text, limits) => {
    expect(query(text)).toEqual(limits);
  });

  it('are written into a query that is read the same', () => {
    const limits = { maxFrequency: 12.5, maxBandwidth: 1_000, windowMs: 10 };
    expect(parseLimitsQuery(formatQuery([], limits))).toEqual(limits);
  });

  it('are part of a message, which without them lifts them', () => {
    const limited = { type: 'subscribe', subscriptions: [], limits: { maxFrequency: 2 } } as const;
    expect(decodeMessage(encodeMessage(limited))).toEqual(limited);
    expect(decodeMessage('{"type":"subscribe","subscriptions":[]}').limits).toBeUndefined();
  });

  it.each(['', '0', '-1', '1e3', 'fast', '0x10', '0.09', '50.1', '10000001', 'Infinity'])(
    'are refused when one is %j',
    (value) => {
      for (const name of ['maxFrequency', 'maxBandwidth'])
        expect(() => query(`${name}=${value}`)).toThrow(FeedError);
    },
  );

  it.each(['', '-1', '51', '2.5', '1e1', 'soon'])('are refused when the window is %j', (value) => {
    expect(() => query(`windowMs=${value}`)).toThrow(FeedError);
  });

  it.each([
    [null],
    [[]],
    [{ maxFrequency: '2' }],
    [{ maxFrequency: NaN }],
    [{ maxBandwidth: null }],
    [{ maxBandwidth: 1_000.5 }],
    [{ windowMs: '10' }],
    [{ frequency: 2 }],
  ])('are refused as %j', (value) => {
    expect(() => parseViewerLimits(value)).toThrow(expect.objectContaining({ code: 'bad_request' }));
  });
});
