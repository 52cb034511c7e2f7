import { figuresIn } from './figures';

describe('figures', () => {
  const [en, ko] = [figuresIn('en'), figuresIn('ko')];

  it('write prices on the cent with thousands apart', () => {
    expect([en.price(1204.5), ko.price(1204.5)]).toEqual(['1,204.50', '1,204.50']);
  });

  it('give a change its sign, with a minus as wide as a plus', () => {
    expect([en.change(0.35), en.change(-1.2)]).toEqual(['+0.35', '−1.20']);
  });

  it('give no sign to what rounds to nothing', () => {
    expect([en.change(0), en.change(-0.001), en.percent(0.004)]).toEqual(['0.00', '0.00', '0.00%']);
  });

  it('shorten volumes as the language counts', () => {
    expect([950, 1240, 1_236_000].map(en.volume)).toEqual(['950', '1.2K', '1.2M']);
    expect([950, 1240, 1_236_000].map(ko.volume)).toEqual(['950', '1.2천', '123.6만']);
  });

  it('show a dash for a value that is not there, and no size at all', () => {
    expect([en.price(undefined), en.percent(undefined), en.size(undefined)]).toEqual(['–', '–', '']);
  });

  it('tell an age in the unit a reader wants and never a negative one', () => {
    const ages = [-50, 420, 9_960, 99_000, 240_000, 7_300_000];
    expect(ages.map(en.age)).toEqual(['0.0 s', '0.4 s', '10 s', '99 s', '4 min', '2 h']);
    expect(ages.map(ko.age)).toEqual(['0.0초', '0.4초', '10초', '99초', '4분', '2시간']);
  });

  it('tell durations that belong together in one unit', () => {
    expect([en.range(12.4, 130), en.range(3, 800, 12_000)]).toEqual(['12 / 130 ms', '0.0 / 0.8 / 12.0 s']);
  });

  it('give a clock’s offset its sign and its doubt', () => {
    expect([en.offset(-12.2, 2.1), en.offset(3)]).toEqual(['−12 ± 3 ms', '+3 ms']);
  });

  it('write a moment to the thousandth', () => {
    expect(en.moment(1_234)).toMatch(/^\d\d:\d\d:01\.234$/);
  });
});
