import { MessageRate } from './message-rate';

describe('the rate of messages', () => {
  /** How many of so many messages at one moment are heard. */
  const heard = (rate: MessageRate, now: number, count = 100) =>
    Array.from({ length: count }, () => rate.take(now)).filter(Boolean).length;

  it('is 40 at once, and then 20 a second', () => {
    const rate = new MessageRate();
    expect([heard(rate, 5_000), heard(rate, 6_000), heard(rate, 6_025)]).toEqual([40, 20, 0]);
    expect([heard(rate, 6_050), heard(rate, 60_000)]).toEqual([1, 40]);
  });

  it('never troubles who says 20 a second', () => {
    const rate = new MessageRate();
    for (let now = 0; now < 60_000; now += 50) expect(rate.take(now)).toBe(true);
  });
});
