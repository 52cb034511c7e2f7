import { sectors } from './sector';
import { listings } from './listings';

describe('the listings', () => {
  it('are 60 companies in 11 sectors, at least five in each', () => {
    expect(listings).toHaveLength(60);
    expect(Object.keys(sectors)).toHaveLength(11);
    for (const sector of Object.keys(sectors))
      expect(listings.filter((listing) => listing.sector === sector).length).toBeGreaterThanOrEqual(5);
  });

  it('have a symbol and a name of their own', () => {
    expect(new Set(listings.map(({ symbol }) => symbol)).size).toBe(60);
    expect(new Set(listings.map(({ name }) => name)).size).toBe(60);
    expect(listings.every(({ symbol }) => /^[A-Z]{3,5}$/.test(symbol))).toBe(true);
  });

  it('are priced on the cent', () => {
    expect(listings.every(({ price }) => Number.isInteger(price) && price > 1000)).toBe(true);
  });
});
