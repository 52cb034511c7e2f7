import { Day } from './day';

describe('the figures of a day', () => {
  it('stand at the close before until the first trade', () => {
    expect(new Day(5000).figures()).toEqual({
      last: 5000,
      open: 5000,
      high: 5000,
      low: 5000,
      volume: 0,
      previousClose: 5000,
    });
  });

  it('open with the first trade and widen with each', () => {
    const day = new Day(5000);
    for (const price of [5100, 5050, 5200]) day.trade(price, 10);
    expect(day.figures()).toEqual({
      last: 5200,
      open: 5100,
      high: 5200,
      low: 5050,
      volume: 30,
      previousClose: 5000,
    });
  });

  it('begin anew when the session turns', () => {
    const day = new Day(5000);
    day.trade(5100, 10);
    day.turn();
    expect(day.figures()).toEqual({
      last: 5100,
      open: 5100,
      high: 5100,
      low: 5100,
      volume: 0,
      previousClose: 5100,
    });
    day.trade(4900, 5);
    expect(day.figures()).toMatchObject({ open: 4900, high: 4900, low: 4900, volume: 5 });
  });
});
