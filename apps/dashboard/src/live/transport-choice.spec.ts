import { choiceIn, firstOf } from './transport-choice';

describe('the choice of a transport', () => {
  it('is taken from the address, and is auto for anything else', () => {
    expect(choiceIn('?transport=long-polling')).toBe('long-polling');
    expect([choiceIn(''), choiceIn('?transport=pigeon'), choiceIn('?transport=auto')]).toEqual([
      'auto',
      'auto',
      'auto',
    ]);
  });

  it('begins with what it names, and auto with the best', () => {
    expect([firstOf('polling'), firstOf('auto')]).toEqual(['polling', 'websocket']);
  });
});
