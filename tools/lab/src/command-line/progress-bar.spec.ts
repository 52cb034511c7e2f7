import { ProgressBar } from './progress-bar';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, write: (text: string) => written.push(text), written };
}

describe('the progress bar', () => {
  it('draws itself over itself on a terminal', () => {
    const terminal = screen(true);
    new ProgressBar(terminal).show('polling', 0.5);
    expect(terminal.written).toEqual([`\r\u001b[K${'█'.repeat(12)}${'░'.repeat(12)} 50 % polling`]);
  });

  it('writes nothing where nobody looks', () => {
    const file = screen(false);
    const bar = new ProgressBar(file);
    bar.show('polling', 0.5);
    bar.clear();
    expect(file.written).toEqual([]);
  });
});
