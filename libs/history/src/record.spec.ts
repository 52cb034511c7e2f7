import type { EncodedFrame } from '@tickway/hub';
import { Hub, memoryEngine } from '@tickway/hub';
import type { Frame } from '@tickway/protocol';
import { memoryHistory } from './memory/memory-history';
import { record } from './record';
import { change, HandClock, quotes, trades } from './testing/world';

/** A store that says that something is safe only when the test does. */
class SlowStore {
  readonly frames: Frame[] = [];
  private waiting: (() => void)[] = [];

  append = (frames: readonly EncodedFrame[]): Promise<void> => {
    this.frames.push(...frames.map(({ frame }) => frame));
    return new Promise((resolve) => this.waiting.push(resolve));
  };

  async keepAll(): Promise<void> {
    this.waiting.splice(0).forEach((resolve) => resolve());
    await Promise.resolve();
  }
}

describe('record', () => {
  function opened(mostUnsafe: number) {
    const clock = new HandClock();
    const engine = memoryEngine({ clock, epoch: 'e1' });
    const hub = new Hub({
      engine,
      topics: [
        { topic: quotes, delivery: 'latest' },
        { topic: trades, delivery: 'every', history: 10 },
      ],
    });
    const store = new SlowStore();
    const end = record({ hub, topics: [quotes, trades], store, mostUnsafe });
    const tick = async (bid: number) => {
      clock.move(100);
      await hub.publish(quotes, [change('S1', { bid }, clock.now())]);
      await hub.publish(trades, [change('S1', { price: bid, size: 1 }, clock.now())]);
    };
    const told = (topic: string) => store.frames.filter((frame) => 'topic' in frame && frame.topic === topic);
    return { hub, store, end, tick, told, clock };
  }

  it('takes at every commit while the store keeps up', async () => {
    const { store, tick, told } = opened(2);
    for (let bid = 1; bid <= 5; bid++) {
      await tick(bid);
      await store.keepAll();
    }
    expect(told('quotes').slice(1)).toMatchObject(
      [1, 2, 3, 4, 5].map((bid) => ({ rows: [{ fields: { bid }, revision: bid }] })),
    );
  });

  it('does not take from a store that has too much unsafe; then quotes have merged, and every trade is there', async () => {
    const { store, tick, told } = opened(2);
    for (let bid = 1; bid <= 8; bid++) await tick(bid);
    expect(store.frames.flatMap((frame) => ('rows' in frame ? frame.rows : []))).toHaveLength(2);
    await store.keepAll();
    await store.keepAll();
    expect(told('quotes').at(-1)).toMatchObject({ rows: [{ fields: { bid: 8 }, revision: 8 }] });
    expect(told('trades').flatMap((frame) => ('rows' in frame ? frame.rows : []))).toHaveLength(8);
  });

  it('records a gap when trades were overwritten while the store was off, and the store counts them as lost', async () => {
    const { store, tick, told, clock } = opened(2);
    for (let bid = 1; bid <= 30; bid++) await tick(bid);
    await store.keepAll();
    await store.keepAll();
    expect(told('trades').slice(-2)).toMatchObject([
      { type: 'gap', reason: 'expired', lost: 29 },
      { type: 'snapshot', rows: [{ revision: 30 }] },
    ]);
    const kept = memoryHistory({ clock, trades, quotes });
    for (const frame of store.frames) await kept.append([{ frame, json: '' }]);
    expect(kept.status).toMatchObject({ lost: 29, merged: 28 });
  });

  it('ends when told so', async () => {
    const { store, end, tick } = opened(100);
    await tick(1);
    end();
    const before = store.frames.length;
    await tick(2);
    expect(store.frames).toHaveLength(before);
  });
});
