import { transportNames } from '@tickway/protocol';
import { readProgress, shareOfAll } from './run-progress';

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

  it('never goes back from one transport to the next', () => {
    const request = { kind: 'load', transports: 'all', viewers: 1, seconds: 1 } as const;
    const shares = transportNames.flatMap((name) =>
      [`${name}: starting the server`, name, name].map((what, step) =>
        shareOfAll(request, { what, share: step / 2 }),
      ),
    );
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  });

  it('of an experiment is its own', () => {
    expect(shareOfAll({ kind: 'experiment', name: 'herd' }, { what: 'polling', share: 0.5 })).toBe(0.5);
  });
});
