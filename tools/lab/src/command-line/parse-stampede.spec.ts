import { parseStampede } from './parse-stampede';

describe('the arguments of lab stampede', () => {
  it('default to one event and 500 parked polls without a spread', () => {
    expect(parseStampede([]).options).toEqual({
      ...{ way: 'long-polling', event: 'one-event', viewers: 500, jitterMs: 0, repeats: 3 },
    });
  });

  it('are those that the page asks with', () => {
    const args = '--way=websocket --event=cut --viewers=800 --jitter=200 --json --progress=json';
    expect(parseStampede(args.split(' '))).toMatchObject({
      ...{ json: true, progress: 'json' },
      options: { way: 'websocket', event: 'cut', viewers: 800, jitterMs: 200 },
    });
  });

  it.each([
    ['--way=polling'],
    ['--event=nothing'],
    ['--viewers=2001'],
    ['--viewers=0'],
    ['--jitter=5001'],
    ['--jitter=-1'],
    ['--repeats=11'],
    ['--url=http://localhost:3000'],
  ])('refuse %s', (...args) => expect(() => parseStampede(args)).toThrow());
});
