import { chosenIn, columns, columnsText, fitting, tracks } from './columns';

const all = chosenIn(undefined);
const ids = (width: number, chosen = all) => fitting(chosen, width).map(({ id }) => id);

describe('columns of the board', () => {
  it('are all shown where there is room for all', () => {
    expect(ids(1440)).toEqual(columns.map(({ id }) => id));
  });

  it('leave by how little they are wanted, in their order on the page', () => {
    expect(ids(660)).toEqual(['symbol', 'name', 'last', 'percent', 'bid', 'ask', 'spark', 'age']);
  });

  it('never leave a row without its symbol and last price', () => {
    expect(ids(40)).toEqual(['symbol', 'last', 'percent']);
    expect(ids(1440, chosenIn([]))).toEqual(['symbol', 'last']);
  });

  it('fit the room they are given', () => {
    for (const width of [400, 520, 700, 900, 1100, 1440]) {
      const least = tracks(fitting(all, width), width).match(/\d+(?=px)/g) ?? [];
      expect(least.reduce((sum, one) => sum + Number(one), 0)).toBeLessThanOrEqual(width);
    }
  });

  it('are those that the device kept, but for what is no column', () => {
    expect([...chosenIn(['age', 'nonsense', 'bid'])]).toEqual(['bid', 'age']);
  });

  it('stand in an address unless they are all', () => {
    expect(columnsText(all)).toBeNull();
    const few = chosenIn(['bid', 'age']);
    expect(chosenIn(columnsText(few)?.split('.'))).toEqual(few);
  });
});
