import { placeIn, spanOf, windowOf } from './span';

const extent = {
  recording: true,
  oldest: new Map([
    ['quotes', 1_000],
    ['positions', 5_000],
  ]),
  newest: 65_000,
  cuts: [],
};

describe('span', () => {
  it('is the time in which all that the page shows can be told', () => {
    expect(spanOf(extent, ['quotes', 'positions'])).toEqual({ from: 5_000, to: 65_000 });
    expect(spanOf(extent, ['quotes'])).toEqual({ from: 1_000, to: 65_000 });
  });

  it('is none without a record of any, or when the record has only begun', () => {
    expect(spanOf(extent, [])).toBeUndefined();
    expect(spanOf(extent, ['trades'])).toBeUndefined();
    expect(spanOf({ ...extent, newest: undefined }, ['quotes'])).toBeUndefined();
    expect(spanOf({ ...extent, newest: 1_500 }, ['quotes'])).toBeUndefined();
  });

  it('is shown by its newest part, or the part that holds the moment', () => {
    const span = { from: 0, to: 100_000 };
    expect(windowOf(span, 20_000, 95_000)).toEqual({ from: 80_000, to: 100_000 });
    expect(windowOf(span, 20_000, 50_000)).toEqual({ from: 48_000, to: 68_000 });
    expect(windowOf(span, 20_000, 1_000)).toEqual({ from: 0, to: 20_000 });
    expect(windowOf(span, 1e9, 1_000)).toEqual(span);
  });

  it('knows where a moment is in it', () => {
    expect([-5, 0, 5, 10, 99].map((at) => placeIn({ from: 0, to: 10 }, at))).toEqual([0, 0, 0.5, 1, 1]);
  });
});
