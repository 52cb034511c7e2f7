import { savingOf } from './saving';

describe('saving', () => {
  it('is what the vehicles left out would send at the pace of those that are held', () => {
    expect(savingOf({ held: 100, most: 400, rowsPerSecond: 10, bytesPerRow: 80 })).toEqual({
      share: 0.75,
      bytesPerSecond: 2400,
    });
  });

  it('is not spoken of when nothing worth it is left out, or nothing is known', () => {
    expect(savingOf({ held: 100, most: 101, rowsPerSecond: 10, bytesPerRow: 80 })).toBeUndefined();
    expect(savingOf({ held: 0, most: 400, rowsPerSecond: 0, bytesPerRow: 80 })).toBeUndefined();
  });
});
