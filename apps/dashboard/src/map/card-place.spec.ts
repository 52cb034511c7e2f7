import { cardPlace } from './card-place';

const card = { width: 200, height: 100 };
const ground = { clientWidth: 800, clientHeight: 600 };

describe('card place', () => {
  it('is right of the vehicle and level with it', () => {
    expect(cardPlace({ x: 100, y: 300 }, card, ground)).toBe('translate(116px, 250px)');
  });

  it('is left of a vehicle at the right edge', () => {
    expect(cardPlace({ x: 790, y: 300 }, card, ground)).toBe('translate(574px, 250px)');
  });

  it('never leaves the map', () => {
    expect(cardPlace({ x: 100, y: 2 }, card, ground)).toBe('translate(116px, 8px)');
  });

  it('is below or above on a map too narrow for both', () => {
    const phone = { clientWidth: 320, clientHeight: 600 };
    expect(cardPlace({ x: 160, y: 300 }, card, phone)).toBe('translate(60px, 316px)');
    expect(cardPlace({ x: 160, y: 550 }, card, phone)).toBe('translate(60px, 434px)');
  });
});
