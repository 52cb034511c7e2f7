import { parseKey } from '@tickway/protocol';
import { listInAddress, readLists, toggled } from './watchlist';

const [a, b] = [parseKey('AAA'), parseKey('BBB')];

describe('watchlist', () => {
  it('takes a symbol on, and off when it was on', () => {
    const one = toggled({ name: 'Mine', symbols: [a] }, b);
    expect(one).toEqual({ name: 'Mine', symbols: [a, b] });
    expect(toggled(one, a).symbols).toEqual([b]);
  });

  it('is read from an address, but for what is no symbol', () => {
    expect(listInAddress('Mine', 'AAA,,BBB,AAA')).toEqual({ name: 'Mine', symbols: [a, b] });
    expect(listInAddress(null, null)).toBeUndefined();
  });

  it('is read from the device, but for what is no list', () => {
    expect(readLists([{ name: 'Mine', symbols: ['AAA', 7] }, { name: 3 }, null])).toEqual([
      { name: 'Mine', symbols: [a] },
    ]);
    expect(readLists('nonsense')).toEqual([]);
  });
});
