import { progressOn } from './progress';

function screen() {
  const written: string[] = [];
  return { isTTY: false, write: (text: string) => written.push(text), written };
}

describe('progress', () => {
  it('is a line of JSON each time for a program that reads along', () => {
    const error = screen();
    const progress = progressOn(error, 'json');
    progress.show('herd: long-polling', 0.25);
    progress.show('herd: long-polling', 1.2);
    progress.clear();
    expect(error.written).toEqual([
      '{"what":"herd: long-polling","share":0.25}\n',
      '{"what":"herd: long-polling","share":1}\n',
    ]);
  });

  it('is a bar on a terminal only', () => {
    const file = screen();
    progressOn(file, 'bar').show('polling', 0.5);
    expect(file.written).toEqual([]);
  });

  it('has no other form', () => expect(() => progressOn(screen(), 'loud')).toThrow('--progress'));
});
