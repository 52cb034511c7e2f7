import { boardItems, sameItems } from './board-items';
import { quote } from './testing/quote';

const lines = [
  quote({ sector: 'Energy' }, 'OIL'),
  quote({ sector: 'Banks' }, 'BANK'),
  quote({ sector: 'Energy' }, 'GAS'),
];
const ids = (grouped: boolean) => boardItems(lines, grouped).map(({ id }) => id);

describe('items of the board', () => {
  it('are the lines in their order', () => expect(ids(false)).toEqual(['OIL', 'BANK', 'GAS']));

  it('stand by sector under a head each, in their order within it', () => {
    expect(ids(true)).toEqual(['group Banks', 'BANK', 'group Energy', 'OIL', 'GAS']);
  });

  it('are the same while each stands where it stood', () => {
    expect(sameItems(boardItems(lines, true), boardItems([...lines], true))).toBe(true);
    expect(sameItems(boardItems(lines, true), boardItems(lines.slice(1), true))).toBe(false);
    expect(sameItems(boardItems(lines, false), boardItems([...lines].reverse(), false))).toBe(false);
  });
});
