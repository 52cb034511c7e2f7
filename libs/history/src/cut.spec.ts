import { cutBefore, withCut, type Seam } from './cut';

const seam = (about: Partial<Seam>): Seam => ({
  ...{ recorded: { at: 60_000 }, frame: { type: 'delta' }, merged: 0, topicAt: 10_000, newest: 50_000 },
  ...about,
});

describe('a cut', () => {
  it('lies before a new life: from the last record of all to the first snapshot', () => {
    expect(cutBefore(seam({ frame: { type: 'snapshot' } }))).toEqual({ from: 50_000, to: 60_000 });
  });

  it('lies before an admitted loss: from the last record of its topic', () => {
    expect(cutBefore(seam({ frame: { type: 'gap' } }))).toEqual({ from: 10_000, to: 60_000 });
  });

  it('lies where updates were merged over a long silence, and not where nothing happened or little later was taken', () => {
    expect(cutBefore(seam({ merged: 3 }))).toEqual({ from: 10_000, to: 60_000 });
    expect(cutBefore(seam({}))).toBeUndefined();
    expect(cutBefore(seam({ merged: 3, topicAt: 55_001 }))).toBeUndefined();
  });

  it('is not the beginning of a record', () => {
    expect(
      cutBefore(seam({ frame: { type: 'snapshot' }, topicAt: undefined, newest: undefined })),
    ).toBeUndefined();
  });

  it('is one for all topics that tell of it', () => {
    const [first, second] = [
      { from: 1_000, to: 5_000 },
      { from: 5_000, to: 5_002 },
    ];
    expect(withCut(withCut([], first), second)).toEqual([{ from: 1_000, to: 5_002 }]);
    expect(withCut([first], { from: 9_000, to: 9_500 })).toEqual([first, { from: 9_000, to: 9_500 }]);
  });
});
