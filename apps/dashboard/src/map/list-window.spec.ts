import { listWindow, scrollTo } from './list-window';

describe('list window', () => {
  it('holds what is seen and a few rows beyond, whatever the length of the list', () => {
    const rows = { count: 4200, row: 50 };
    expect(listWindow({ top: 0, height: 600 }, rows)).toEqual({ from: 0, to: 17 });
    expect(listWindow({ top: 50_010, height: 600 }, rows)).toEqual({ from: 996, to: 1017 });
    expect(listWindow({ top: 209_400, height: 600 }, rows)).toEqual({ from: 4184, to: 4200 });
  });

  it('holds the end of a list that became shorter than it was scrolled', () => {
    expect(listWindow({ top: 50_000, height: 600 }, { count: 30, row: 50 })).toEqual({ from: 14, to: 30 });
    expect(listWindow({ top: 50_000, height: 600 }, { count: 0, row: 50 })).toEqual({ from: 0, to: 0 });
  });

  it('scrolls no farther than a row needs', () => {
    const list = { top: 500, height: 600, row: 50 };
    expect([scrollTo(3, list), scrollTo(12, list), scrollTo(21, list), scrollTo(22, list)]).toEqual([
      150, 500, 500, 550,
    ]);
  });
});
