import { atIntervals } from './at-intervals';

function gathering() {
  const [told, waiting]: [string[], (() => void)[]] = [[], []];
  const say = atIntervals<string>(
    5000,
    (act) => void waiting.push(act),
    (all) => void told.push(all.join(' ')),
  );
  return { told, say, rest: () => waiting.shift()?.(), waiting };
}

describe('telling at intervals', () => {
  it('tells the first at once and what comes meanwhile together', () => {
    const { told, say, rest } = gathering();
    say(['a']);
    say(['b']);
    say(['c', 'd']);
    expect(told).toEqual(['a']);
    rest();
    expect(told).toEqual(['a', 'b c d']);
  });

  it('tells at once again after a rest in which nothing came, and of nothing never', () => {
    const { told, say, rest, waiting } = gathering();
    say([]);
    expect(waiting).toEqual([]);
    say(['a']);
    rest();
    say(['b']);
    expect(told).toEqual(['a', 'b']);
  });
});
