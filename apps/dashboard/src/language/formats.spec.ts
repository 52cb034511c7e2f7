import { formatsIn } from './formats';

describe('formats', () => {
  const [en, ko] = [formatsIn('en'), formatsIn('ko')];

  it('write a length of time in the unit that suits it', () => {
    expect([0.42, 9.94, 42, 999.6, 12_500, 180_000, 7_200_000].map(en.duration)).toEqual([
      '0.4 ms',
      '9.9 ms',
      '42 ms',
      '1.00 s',
      '12.5 s',
      '3 min',
      '2.0 h',
    ]);
    expect([42, 12_500, 180_000].map(ko.duration)).toEqual(['42ms', '12.5초', '3분']);
  });

  it('write what somebody chose without needless digits', () => {
    const chosen = [0, 250, 1000, 2500, 30_000, 300_000];
    expect(chosen.map(en.span)).toEqual(['0 ms', '250 ms', '1 s', '2.5 s', '30 s', '5 min']);
    expect(chosen.map(ko.span)).toEqual(['0ms', '250ms', '1초', '2.5초', '30초', '5분']);
  });

  it('write bytes in powers of a thousand', () => {
    expect([812, 14_200, 3_140_000].map(en.bytes)).toEqual(['812 B', '14.2 kB', '3.1 MB']);
  });

  it('write money with its sign and the digits of its currency, and no minus before nothing', () => {
    expect([en.money(-0.125, 'USD'), en.money(-0.001, 'USD'), en.money(168.4, 'KRW')]).toEqual([
      '-$0.13',
      '$0.00',
      '₩168',
    ]);
    expect(ko.money(0.12, 'USD')).toBe('US$0.12');
  });

  it('write a dash for what is not there', () => {
    const { count, number, percent, duration, bytes, distance } = en;
    expect([count, number, percent, duration, bytes, distance].map((write) => write(undefined))).toEqual(
      Array(6).fill('–'),
    );
    expect(en.percent(Number.NaN)).toBe('–');
  });

  it('are made once a language', () => expect(formatsIn('ko')).toBe(ko));
});
