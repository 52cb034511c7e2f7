import { formatSpeed } from './number-format';

describe('number format', () => {
  it('converts metres per second', () => {
    expect([formatSpeed(0), formatSpeed(10)]).toEqual(['0 mph', '22 mph']);
  });
});
