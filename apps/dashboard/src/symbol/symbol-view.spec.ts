import { symbolView, turned } from './symbol-view';

const view = (query: string) => symbolView(new URLSearchParams(query));

describe('symbol view', () => {
  it('is read from the address, and bars of a minute with VWAP for anything else', () => {
    expect(view('interval=5s&lines=slow,vwap')).toEqual({ interval: '5s', lines: ['vwap', 'slow'] });
    expect(view('interval=2m')).toEqual({ interval: '5s', lines: ['vwap'] });
    expect(view('lines=').lines).toEqual([]);
  });

  it('turns one line on and off', () => {
    expect(turned(['vwap'], 'slow')).toEqual(['vwap', 'slow']);
    expect(turned(['vwap', 'slow'], 'vwap')).toEqual(['slow']);
  });
});
