import { defaultOrder, inOrder, matches, orderIn, orderText, pressed, type Order } from './order';
import { quote } from './testing/quote';

const keys = (order: Order, ...lines: ReturnType<typeof quote>[]) =>
  inOrder(lines, order).map(({ key }) => String(key));

describe('order of the board', () => {
  const cheap = quote({ last: 5 }, 'CHEAP', 300);
  const dear = quote({ last: 50, bid: 49.9 }, 'DEAR', 100);
  const also = quote({ last: 5 }, 'ALSO', 200);

  it('sorts by value either way and settles a tie by symbol', () => {
    expect(keys({ column: 'last', direction: 'ascending' }, cheap, dear, also)).toEqual([
      'ALSO',
      'CHEAP',
      'DEAR',
    ]);
    expect(keys({ column: 'last', direction: 'descending' }, cheap, dear, also)).toEqual([
      'DEAR',
      'ALSO',
      'CHEAP',
    ]);
  });

  it('puts lines without the value last whichever way it runs', () => {
    for (const direction of ['ascending', 'descending'] as const)
      expect(keys({ column: 'bid', direction }, cheap, dear, also)).toEqual(['DEAR', 'ALSO', 'CHEAP']);
  });

  it('sorts by age with the freshest first', () => {
    expect(keys({ column: 'age', direction: 'ascending' }, dear, cheap, also)).toEqual([
      'CHEAP',
      'ALSO',
      'DEAR',
    ]);
  });

  it('starts a column the way one wants it first and turns it at the next press', () => {
    const first = pressed({ column: 'symbol', direction: 'ascending' }, 'volume');
    expect(first).toEqual({ column: 'volume', direction: 'descending' });
    expect(pressed(first, 'volume').direction).toBe('ascending');
  });

  it('finds by the start of a symbol and by any part of name or sector', () => {
    const line = quote({ name: 'Granite Harbor', sector: 'Materials' }, 'GRHB');
    expect(['gr', 'harbor', ' mater', ''].map((search) => matches(line, search))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(matches(line, 'hb')).toBe(false);
  });

  it('stands in an address unless it is the default, and what cannot be sorted by is the default', () => {
    for (const order of [
      defaultOrder,
      { column: 'symbol', direction: 'descending' },
      { column: 'percent', direction: 'ascending' },
    ] as const)
      expect(orderIn(orderText(order))).toEqual(order);
    expect(orderText(defaultOrder)).toBeNull();
    expect(['nonsense', '-', '', null].map(orderIn)).toEqual(Array(4).fill(defaultOrder));
  });
});
