import { rowSpan } from './row-span';

describe('row span', () => {
  const list = { scrolled: 0, height: 300, row: 30, margin: 2 };

  it('is what is in view and a margin', () => {
    expect(rowSpan(list)).toEqual({ from: 0, to: 12 });
    expect(rowSpan({ ...list, scrolled: 315 })).toEqual({ from: 8, to: 23 });
  });

  it('is everything where nothing has a size', () => {
    expect(rowSpan({ ...list, height: 0 })).toEqual({ from: 0, to: Infinity });
  });
});
