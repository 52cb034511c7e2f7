import { contrast, legible, parse } from './legible';

describe('legible', () => {
  it('leaves a colour that stands out as it is', () => {
    expect(legible('#d82233', '#ffffff')).toBe('rgb(216, 34, 51)');
  });

  it.each([
    ['#08179c', '#151a21'],
    ['#f6bc26', '#f5f4f0'],
    ['#000000', 'rgb(21, 26, 33)'],
  ])('moves %s until it stands out from %s', (color, ground) => {
    expect(contrast(parse(legible(color, ground)), parse(ground))).toBeGreaterThanOrEqual(3);
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast(parse('#ffffff'), parse('#000000'))).toBeCloseTo(21);
    expect(contrast(parse('#777777'), parse('#ffffff'))).toBeCloseTo(4.48, 2);
  });

  it('takes what is no colour for grey', () => {
    expect(parse('red')).toEqual([128, 128, 128]);
  });
});
