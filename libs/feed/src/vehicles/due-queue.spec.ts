import fc from 'fast-check';
import { DueQueue } from './due-queue';

describe('DueQueue', () => {
  it('gives each thing once, never early, at most a grain late', () => {
    const times = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 100 });
    fc.assert(
      fc.property(times, (due) => {
        const queue = new DueQueue<number>(100, 0);
        for (const at of due) queue.add(at, at);
        const found: number[] = [];
        for (let now = 0; now <= 5100; now += 100)
          for (const at of queue.take(now)) {
            expect(at).toBeLessThanOrEqual(now);
            expect(now - at).toBeLessThan(100);
            found.push(at);
          }
        expect(found.sort((a, b) => a - b)).toEqual([...due].sort((a, b) => a - b));
      }),
      { seed: 20261122 },
    );
  });

  it('keeps the order of adding within a grain', () => {
    const queue = new DueQueue<string>(100, 0);
    queue.add('b', 70);
    queue.add('a', 20);
    expect(queue.take(100)).toEqual(['b', 'a']);
  });

  it('gives what is overdue at the next taking', () => {
    const queue = new DueQueue<string>(100, 1000);
    queue.take(1000);
    queue.add('late', 3);
    expect(queue.take(1050)).toEqual([]);
    expect(queue.take(1100)).toEqual(['late']);
  });

  it('gives all at once after a long sleep', () => {
    const queue = new DueQueue<number>(100, 0);
    for (let i = 0; i < 50; i++) queue.add(i, i * 1000);
    expect(queue.take(3_600_000)).toHaveLength(50);
  });
});
