import { FanOut } from './fan-out';

describe('the fan-out', () => {
  it('gives each its turn at the end of the task, in the order of asking', async () => {
    const fanOut = new FanOut();
    const turns: string[] = [];
    for (const name of ['a', 'b', 'c']) fanOut.add({ take: () => turns.push(name) });
    expect(turns).toEqual([]);
    await Promise.resolve();
    expect(turns).toEqual(['a', 'b', 'c']);
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
