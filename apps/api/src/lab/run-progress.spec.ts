import { onward, readProgress } from './run-progress';

describe('progress', () => {
  it('is read from its own lines', () => {
    expect(readProgress('{"what":"herd: websocket","share":0.25}')).toEqual({
      what: 'herd: websocket',
      share: 0.25,
    });
  });

  it.each(['! generator busy', '{"what":"half', '{"what":1,"share":1}', 'null', ''])(
    'is not in %j',
    (line) => {
      expect(readProgress(line)).toBeUndefined();
    },
  );

  it('never goes back, whatever begins anew, and tells what that is', () => {
    const said = [0.2, 0.9, 0, 1].map((share, i) => ({ what: `stage ${i}`, share }));
    const told = said.reduce(onward, { what: '', share: 0 });
    expect(told).toEqual({ what: 'stage 3', share: 1 });
    expect(said.slice(0, 3).reduce(onward, { what: '', share: 0 })).toEqual({ what: 'stage 2', share: 0.9 });
  });
});
