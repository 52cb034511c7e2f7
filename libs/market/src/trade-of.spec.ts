import type { FieldValue } from '@tickway/protocol';
import { tradeOf } from './trade-of';

const trade = { price: 101.2, size: 100, side: 'buy', id: 17 } as const;

describe('tradeOf', () => {
  it('reads a trade', () => {
    expect(tradeOf(trade)).toEqual(trade);
  });

  it.each<[string, FieldValue]>([
    ['price', Infinity],
    ['price', '101.2'],
    ['size', -1],
    ['side', 'hold'],
    ['id', 1.5],
  ])('does not take %s = %j for a trade', (field, value) => {
    expect(tradeOf({ ...trade, [field]: value })).toBeUndefined();
  });

  it('takes a trade without an id for none', () => {
    expect(tradeOf({ price: trade.price, size: trade.size, side: trade.side })).toBeUndefined();
  });
});
