import { FanOut } from './fan-out';

describe('the fan-out', () => {
  it('gives each its turn at the end of the task, another one first each time', async () => {
    const fanOut = new FanOut();
    const rounds: string[] = [];
    for (let round = 0; round < 4; round++) {
      const turns: string[] = [];
      for (const name of ['a', 'b', 'c']) fanOut.add({ take: () => turns.push(name) });
      expect(turns).toEqual([]);
      await Promise.resolve();
      rounds.push(turns.join(''));
    }
    expect(rounds).toEqual(['abc', 'bca', 'cab', 'abc']);
  });

  it('gives who asks during a turn another one', async () => {
    const fanOut = new FanOut();
    let turns = 0;
    const taker = { take: () => ++turns < 3 && fanOut.add(taker) };
    fanOut.add(taker);
    await new Promise((resolve) => setImmediate(resolve));
    expect(turns).toBe(3);
  });
});
