import { Askers } from './askers';

describe('askers', () => {
  it('have so much each, and get it back', () => {
    const askers = new Askers(2);
    const leave = askers.enter('a');
    askers.enter('a');
    expect(() => askers.enter('a')).toThrow(expect.objectContaining({ code: 'over_capacity' }));
    askers.enter('b');
    leave();
    leave();
    askers.enter('a');
    expect(() => askers.enter('a')).toThrow();
  });

  it('are forgotten when nothing is held for them', () => {
    const askers = new Askers(1);
    for (const leave of ['a', 'b', 'c'].map((asker) => askers.enter(asker))) leave();
    expect(askers.size).toBe(0);
  });
});
