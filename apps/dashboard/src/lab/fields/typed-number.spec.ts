import { typedNumber } from './typed-number';

function type(text: string, otherwise?: number) {
  const box = document.createElement('input');
  box.type = 'number';
  box.value = text;
  return { value: typedNumber(box, { least: 1, most: 500, otherwise }), shown: box.value };
}

describe('a number that is typed', () => {
  it('is the nearest that can be had, and the field says so', () => {
    expect(type('20')).toEqual({ value: 20, shown: '20' });
    expect(type('9000')).toEqual({ value: 500, shown: '500' });
    expect(type('-3')).toEqual({ value: 1, shown: '1' });
  });

  it('is what was before, or nothing, when it is none', () => {
    expect(type('', 20)).toEqual({ value: 20, shown: '20' });
    expect(type('')).toEqual({ value: undefined, shown: '' });
  });
});
