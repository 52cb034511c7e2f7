import { meaningIn } from './meaning-levers';

describe('meaning levers', () => {
  it('are read from the address', () => {
    const query = new URLSearchParams('vehicle=lirr-7&symbol=ACME&side=sell&shares=1000&metres=50&dollars=0');
    expect(meaningIn(query)).toEqual({
      ...{ vehicle: 'lirr-7', symbol: 'ACME', side: 'sell', quantity: 1_000, metres: 50, dollars: 0 },
    });
  });

  it('are as by default when an address says nothing that can be had', () => {
    const byDefault = { side: 'buy', quantity: 100, metres: 25, dollars: 0.01 };
    expect(meaningIn(new URLSearchParams())).toEqual(byDefault);
    expect(meaningIn(new URLSearchParams('side=hold&shares=-5&metres=0.5&dollars=NaN'))).toEqual(byDefault);
  });
});
