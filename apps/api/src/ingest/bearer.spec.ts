import { bearerMatches } from './bearer';

describe('a bearer token', () => {
  const token = '0123456789abcdef';

  it('matches itself, however the word before it is written', () => {
    expect(bearerMatches(`Bearer ${token}`, token)).toBe(true);
    expect(bearerMatches(`bearer ${token}`, token)).toBe(true);
  });

  it.each([
    undefined,
    '',
    token,
    'Bearer ',
    `Bearer ${token}0`,
    `Bearer ${token.slice(1)}`,
    `Basic ${token}`,
  ])('is not %j', (header) => {
    expect(bearerMatches(header, token)).toBe(false);
  });
});
