import { room } from './draw-routes';

describe('room for names', () => {
  it('is given once, and never so that two names meet', () => {
    const space = room();
    expect(space.take(10, 100)).toBe(true);
    expect([space.take(10, 100), space.take(50, 101), space.take(10, 130)]).toEqual([false, false, true]);
  });
});
