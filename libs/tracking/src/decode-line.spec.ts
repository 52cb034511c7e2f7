import { decodeLine } from './decode-line';

describe('decodeLine', () => {
  it('sums the differences and gives degrees', () => {
    expect([...decodeLine([4070207, -7401366, 132, -129, -7, 8])]).toEqual([
      ...[40.70207, -74.01366, 40.70339, -74.01495, 40.70332, -74.01487],
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(decodeLine([])).toHaveLength(0);
  });
});
