import { parseKey } from '@tickway/protocol';
import { rowMove } from './row-move';

const rows = ['A', 'B', 'C'].map(parseKey);
const from = (key: string, at: string) => rowMove(key, rows, parseKey(at));

describe('row move', () => {
  it('goes a row, a page, to an end, and never beyond it', () => {
    expect([from('ArrowDown', 'A'), from('ArrowUp', 'A'), from('PageDown', 'A'), from('End', 'A')]).toEqual([
      ...['B', 'A', 'C', 'C'],
    ]);
    expect([from('Home', 'C'), from('PageUp', 'C')]).toEqual(['A', 'A']);
  });

  it('is none for any other key', () => expect(from('x', 'A')).toBeUndefined());
});
