import {
  parseKey,
  parseTopic,
  type Fields,
  type Frame,
  type Subscription,
  type Update,
} from '@tickway/protocol';
import { Hub } from './hub';
import { memoryEngine } from './memory-engine';

const quotes = parseTopic('quotes');
const trades = parseTopic('trades');
const positions = parseTopic('positions');
const clock = { now: () => 1_000 };

const change = (key: string, fields: Fields, at = 1_000): Update => ({ key: parseKey(key), fields, at });
const removal = (key: string): Update => ({ key: parseKey(key), removed: true, at: 1_000 });

function hub() {
  return new Hub({
    engine: memoryEngine({ clock, epoch: 'e1' }),
    topics: [
      { topic: quotes, delivery: 'latest', history: 3 },
      { topic: trades, delivery: 'every', history: 3 },
      {
        topic: positions,
        delivery: 'latest',
        cellOf: ({ cell }) => (typeof cell === 'string' ? cell : undefined),
      },
    ],
  });
}

const take = (session: { take(): readonly { frame: Frame }[] }) => session.take().map(({ frame }) => frame);
const open = (to: Hub, ...subscriptions: Subscription[]) => to.open({ subscriptions });
const at = (offset: number, epoch = 'e1') => ({ epoch, offset });

describe('a hub', () => {
  it('begins with a snapshot of everything, also when there is nothing yet', () => {
    const it = hub();
    expect(take(open(it, { topic: quotes }))).toMatchObject([{ type: 'snapshot', cursor: at(0), rows: [] }]);
  });

  it('sends only the fields that changed since the cursor', async () => {
    const it = hub();
    await it.publish(quotes, [change('ACME', { bid: 1, ask: 2, name: 'Acme' })]);
    const session = open(it, { topic: quotes });
    take(session);
    await it.publish(quotes, [change('ACME', { bid: 1, ask: 3, name: 'Acme' })]);
    expect(take(session)).toMatchObject([
      {
        type: 'delta',
        from: at(1),
        cursor: at(2),
        rows: [{ key: 'ACME', fields: { ask: 3 }, revision: 2 }],
        removals: [],
      },
    ]);
  });

  it('merges what a late taker missed and says so by the revision', async () => {
    const it = hub();
    const session = open(it, { topic: quotes });
    take(session);
    for (const bid of [1, 2, 3]) await it.publish(quotes, [change('ACME', { bid })]);
    expect(take(session)).toMatchObject([
      { from: at(0), cursor: at(3), rows: [{ fields: { bid: 3 }, revision: 3 }] },
    ]);
  });

  it('sends each update of an `every` topic as it was, in order', async () => {
    const it = hub();
    const session = open(it, { topic: trades });
    take(session);
    await it.publish(trades, [
      change('ACME', { id: 1 }),
      change('BOLT', { id: 2 }),
      change('ACME', { id: 3 }),
    ]);
    const [delta] = take(session);
    expect(delta).toMatchObject({
      rows: [
        { key: 'ACME', fields: { id: 1 }, revision: 1 },
        { key: 'BOLT', fields: { id: 2 }, revision: 1 },
        { key: 'ACME', fields: { id: 3 }, revision: 2 },
      ],
    });
  });

  it('tells the ends of an `every` topic in their places, and loses nothing behind them', async () => {
    const it = hub();
    await it.publish(trades, [change('ACME', { id: 1 })]);
    const [late, session] = [open(it, { topic: trades }), open(it, { topic: trades })];
    take(late);
    take(session);
    await it.publish(trades, [change('ACME', { id: 2 }), removal('ACME'), change('ACME', { id: 3 })]);
    const runs = [
      { type: 'delta', from: at(1), cursor: at(2), rows: [{ fields: { id: 2 } }], removals: [] },
      { type: 'delta', from: at(2), cursor: at(4), rows: [{ fields: { id: 3 } }], removals: ['ACME'] },
    ];
    expect(take(session)).toMatchObject(runs);
    expect(take(late)).toMatchObject(runs);
    await it.publish(trades, [change('BOLT', { id: 4 })]);
    expect(take(session)).toMatchObject([{ from: at(4), cursor: at(5), rows: [{ fields: { id: 4 } }] }]);
  });

  it('tells a key’s end as a removal, and a new beginning with all fields', async () => {
    const it = hub();
    await it.publish(positions, [change('bus-1', { lat: 1, route: 'B1' })]);
    const session = open(it, { topic: positions });
    take(session);
    await it.publish(positions, [removal('bus-1')]);
    expect(take(session)).toMatchObject([{ rows: [], removals: ['bus-1'] }]);
    await it.publish(positions, [change('bus-1', { lat: 1, route: 'B1' })]);
    expect(take(session)).toMatchObject([{ rows: [{ fields: { lat: 1, route: 'B1' } }] }]);
  });

  it('wakes a session once until it takes', async () => {
    const it = hub();
    const onReady = jest.fn();
    const session = it.open({ subscriptions: [{ topic: quotes }, { topic: trades }], onReady });
    expect(session.ready).toBe(true);
    expect(onReady).not.toHaveBeenCalled();
    take(session);
    await it.publish(quotes, [change('ACME', { bid: 1 })]);
    await it.publish(trades, [change('ACME', { id: 1 })]);
    expect(onReady).toHaveBeenCalledTimes(1);
    take(session);
    await it.publish(quotes, [change('ACME', { bid: 2 })]);
    expect(onReady).toHaveBeenCalledTimes(2);
  });

  it('leaves a session asleep when a commit has nothing it sees; a heartbeat moves its cursor on', async () => {
    const it = hub();
    const onReady = jest.fn();
    const session = it.open({
      subscriptions: [{ topic: quotes, filter: { keys: [parseKey('BOLT')] } }],
      onReady,
    });
    take(session);
    await it.publish(quotes, [change('ACME', { bid: 1 })]);
    expect(onReady).not.toHaveBeenCalled();
    expect(session.cursors).toEqual({ quotes: at(0) });
    expect(session.heartbeat().frame).toEqual({ type: 'heartbeat', cursors: { quotes: at(1) } });
    expect(session.cursors).toEqual({ quotes: at(1) });
  });

  it('begins each delta at the cursor told last, whatever the filter left out between', async () => {
    const it = hub();
    const session = open(it, { topic: quotes, filter: { keys: [parseKey('BOLT')] } });
    take(session);
    await it.publish(quotes, [change('ACME', { bid: 1 })]);
    await it.publish(quotes, [change('BOLT', { bid: 1 })]);
    expect(take(session)).toMatchObject([{ from: at(0), cursor: at(2), rows: [{ key: 'BOLT' }] }]);
  });

  it('tells who wants a few keys of very many what changed in the order it did, and wakes nobody else', async () => {
    const it = hub();
    const many = Array.from({ length: 50 }, (_, i) => change(`K${i}`, { bid: 1 }));
    await it.publish(quotes, many);
    const [onReady, asleep] = [jest.fn(), jest.fn()];
    const filter = { keys: ['K7', 'K3', 'GONE'].map(parseKey) };
    const session = it.open({ subscriptions: [{ topic: quotes, filter }], onReady });
    take(it.open({ subscriptions: [{ topic: quotes, filter: { keys: [] } }], onReady: asleep }));
    expect(take(session)).toMatchObject([{ rows: [{ key: 'K3' }, { key: 'K7' }] }]);
    await it.publish(quotes, [change('K7', { bid: 2 }), ...many.slice(10), change('K3', { bid: 3 })]);
    expect(take(session)).toMatchObject([
      {
        rows: [
          { key: 'K7', fields: { bid: 2 } },
          { key: 'K3', fields: { bid: 3 } },
        ],
        removals: [],
      },
    ]);
    expect(onReady).toHaveBeenCalledTimes(1);
    expect(asleep).not.toHaveBeenCalled();
  });

  it('encodes a frame once for all sessions at one place', async () => {
    const it = hub();
    const [a, b] = [open(it, { topic: quotes }), open(it, { topic: quotes })];
    take(a);
    take(b);
    await it.publish(quotes, [change('ACME', { bid: 1 })]);
    expect(a.take()[0]).toBe(b.take()[0]);
  });

  it.each([
    ['another epoch', at(1, 'e0'), { reason: 'epoch', lost: null }],
    ['a cursor beyond the end', at(9), { reason: 'ahead', lost: null }],
    ['events that are forgotten', at(1), { reason: 'expired', lost: 4 }],
  ])('tells a gap, then a snapshot, for %s', async (_, cursor, gap) => {
    const it = hub();
    for (let id = 1; id <= 5; id++) await it.publish(trades, [change('ACME', { id })]);
    expect(take(open(it, { topic: trades, cursor }))).toMatchObject([
      { type: 'gap', from: cursor, cursor: at(5), ...gap },
      { type: 'snapshot', cursor: at(5), rows: [{ fields: { id: 5 } }] },
    ]);
  });

  it('tells a gap when ended keys are forgotten that the cursor may still hold', async () => {
    const it = hub();
    for (const key of ['a', 'b', 'c', 'd']) await it.publish(quotes, [change(key, { bid: 1 }), removal(key)]);
    expect(take(open(it, { topic: quotes, cursor: at(1) }))).toMatchObject([
      { type: 'gap', reason: 'expired' },
      { rows: [] },
    ]);
    expect(take(open(it, { topic: quotes, cursor: at(2) }))).toMatchObject([{ type: 'delta' }]);
  });

  it.each([trades, quotes])(
    'knows no gap on %s where all that is forgotten was left out by the filter',
    async (topic) => {
      const it = hub();
      const session = open(it, { topic, filter: { keys: [parseKey('ACME')] } });
      take(session);
      for (const key of ['a', 'b', 'c', 'd', 'e'])
        await it.publish(topic, [change(key, { id: 1 }), removal(key)]);
      await it.publish(topic, [change('ACME', { id: 2 })]);
      expect(take(session)).toMatchObject([
        {
          type: 'delta',
          from: at(0),
          cursor: at(11),
          rows: [{ key: 'ACME', fields: { id: 2 } }],
          removals: [],
        },
      ]);
      await it.publish(topic, [change('ACME', { id: 3 })]);
      for (const key of ['a', 'b', 'c', 'd', 'e'])
        await it.publish(topic, [change(key, { id: 1 }), removal(key)]);
      expect(take(session)).toMatchObject([{ type: 'gap', reason: 'expired' }, { type: 'snapshot' }]);
    },
  );

  it('tells every session when the engine begins a new life', async () => {
    const engine = memoryEngine({ clock, epoch: 'e1' });
    let commit: Parameters<Parameters<typeof engine.watch>[0]>[0] | undefined;
    const it = new Hub({
      engine: {
        ...engine,
        watch: (onCommit) => engine.watch((next) => onCommit((commit = { ...next, epoch: lives[0] ?? '' }))),
      },
      topics: [{ topic: quotes, delivery: 'latest' }],
    });
    const lives = ['e1'];
    const session = open(it, { topic: quotes, filter: { keys: [parseKey('BOLT')] } });
    take(session);
    lives[0] = 'e2';
    await it.publish(quotes, [change('ACME', { bid: 1 })]);
    expect(commit).toMatchObject({ epoch: 'e2' });
    expect(take(session)).toMatchObject([
      { type: 'gap', reason: 'epoch' },
      { type: 'snapshot', rows: [] },
    ]);
  });

  it('brings in and takes out what a new filter says, without repeating the rest', async () => {
    const it = hub();
    await it.publish(
      quotes,
      ['A', 'B', 'C'].map((key) => change(key, { bid: 1 })),
    );
    const session = open(it, { topic: quotes, filter: { keys: [parseKey('A'), parseKey('B')] } });
    take(session);
    session.subscribe([{ topic: quotes, filter: { keys: [parseKey('B'), parseKey('C')] } }]);
    expect(take(session)).toMatchObject([{ type: 'delta', rows: [{ key: 'C' }], removals: ['A'] }]);
  });

  it('ends a topic that a new wish leaves out', async () => {
    const it = hub();
    const session = open(it, { topic: quotes }, { topic: trades });
    take(session);
    session.subscribe([{ topic: trades }]);
    await it.publish(quotes, [change('ACME', { bid: 1 })]);
    expect(session.ready).toBe(false);
    expect(session.cursors).toEqual({ trades: at(0) });
  });

  it('refuses an unknown topic, and cells where there are no places, changing nothing', () => {
    const it = hub();
    const session = open(it, { topic: quotes });
    expect(() => session.subscribe([{ topic: parseTopic('nope') }])).toThrow(
      expect.objectContaining({ code: 'unknown_topic' }),
    );
    expect(() => session.subscribe([{ topic: quotes, filter: { cells: ['0'] } }])).toThrow(
      expect.objectContaining({ code: 'bad_request' }),
    );
    expect(take(session)).toHaveLength(1);
  });

  it('gives a closed session nothing', async () => {
    const it = hub();
    const session = open(it, { topic: quotes });
    session.close();
    await it.publish(quotes, [change('ACME', { bid: 1 })]);
    expect(session.take()).toEqual([]);
  });
});
