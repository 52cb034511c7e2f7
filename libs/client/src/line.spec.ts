import { parseCursor, parseKey, type Subscription } from '@tickway/protocol';
import { delta, gap, heartbeat, quotes, refusal, row, snapshot, trades } from './testing/frames';
import { all, keys, startLine as start } from './testing/start-line';

describe('a line', () => {
  it('is live from the first frame on', () => {
    const { fake, status } = start();
    expect(status()).toEqual({ transport: 'websocket', state: 'connecting' });
    fake.last.send(snapshot('e:1'));
    expect(status()).toEqual({ transport: 'websocket', state: 'live' });
  });

  it('resumes after a loss from the cursor of the last frame, after a random wait', () => {
    const { fake, status, pass, counted } = start();
    fake.last.send(snapshot('e:1'), delta('e:1→e:4'));
    fake.last.fail('lost');
    expect(status()).toMatchObject({ state: 'waiting', code: 'lost', retryAt: 1_000 });
    pass(999);
    expect(fake.openings).toHaveLength(1);
    pass(1);
    expect(fake.last.asked).toEqual([[{ topic: quotes, cursor: parseCursor('e:4') }]]);
    expect(counted).toEqual([]);
    fake.last.send(delta('e:4→e:5'));
    expect(counted).toEqual(['reconnects']);
  });

  it('waits longer after each failure in a row', () => {
    const { fake, told, pass } = start();
    for (let i = 0; i < 8; i++) {
      fake.last.fail('lost');
      pass(30_000);
    }
    const waits = told.flatMap(({ retryAt }, i) =>
      retryAt === undefined ? [] : [retryAt - 30_000 * ((i - 1) / 2)],
    );
    expect(waits).toEqual([1_000, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it('comes back when the server that said goodbye wants it', () => {
    const { fake, pass, delivered } = start();
    fake.last.send(snapshot('e:1'), { type: 'bye', code: 'shutdown', retryAfterMs: 3_210, writtenAt: 0 });
    expect(delivered.at(-1)?.type).toBe('bye');
    expect(fake.last.closed).toBe(true);
    pass(3_209);
    expect(fake.openings).toHaveLength(1);
    pass(1);
    expect(fake.openings).toHaveLength(2);
  });

  it('goes on at once when a stream has reached its planned end', () => {
    const { fake, pass } = start();
    fake.last.send(snapshot('e:1'), { type: 'bye', code: 'lifetime', retryAfterMs: 0, writtenAt: 0 });
    pass(0);
    expect(fake.openings).toHaveLength(2);
  });

  it('stays away when the code says so, until the wish changes', () => {
    const { fake, pass, status, wish } = start();
    fake.last.fail('unknown_topic');
    expect(status()).toMatchObject({ state: 'closed', code: 'unknown_topic' });
    pass(1e6);
    expect(fake.openings).toHaveLength(1);
    wish([{ topic: trades }]);
    expect(fake.last.asked).toEqual([[{ topic: trades }]]);
  });

  it('says why the wish it opened with was refused, and stays away', () => {
    const { fake, pass, status, delivered } = start();
    fake.last.send(refusal('unknown_topic'));
    expect(status()).toEqual({
      transport: 'websocket',
      state: 'closed',
      code: 'unknown_topic',
      why: 'no such topic here',
    });
    expect(delivered.at(-1)?.type).toBe('error');
    expect(fake.last.closed).toBe(true);
    pass(1e6);
    expect(fake.openings).toHaveLength(1);
  });

  it('does not take the frames of the wish before for those of a wish that was refused', () => {
    const { fake, status, wish, delivered } = start();
    fake.last.send(snapshot('e:1'));
    wish([{ topic: quotes, filter: keys('A') }]);
    fake.last.send(refusal('filter_too_large'), delta('e:1→e:2', [row('B', 1)]));
    expect(status()).toMatchObject({ state: 'closed', code: 'filter_too_large' });
    expect(delivered.map(({ type }) => type)).toEqual(['snapshot', 'error']);
    wish(all);
    fake.last.send(delta('e:1→e:3'));
    expect(status()).toEqual({ transport: 'websocket', state: 'live' });
  });

  it('asks again, later each time, when it is refused with a code that says come back', () => {
    const { fake, pass, status } = start();
    fake.last.send(refusal('over_capacity'));
    expect(status()).toMatchObject({ state: 'waiting', code: 'over_capacity', retryAt: 1_000 });
    pass(1_000);
    expect(fake.openings).toHaveLength(2);
  });

  it('takes silence for a loss', () => {
    const { fake, pass, status } = start();
    fake.last.send(snapshot('e:1'));
    pass(34_000);
    fake.last.send(heartbeat({ quotes: 'e:1' }));
    pass(35_000);
    expect(status()?.state).toBe('live');
    pass(1_000);
    expect(status()).toMatchObject({ state: 'waiting', code: 'lost' });
    expect(fake.last.closed).toBe(true);
  });

  it('is quiet while it is paused, and goes on at once from the last frame', () => {
    const { line, fake, pass, status } = start();
    fake.last.send(snapshot('e:1'), delta('e:1→e:4'));
    line.pause();
    expect([fake.last.closed, status()]).toEqual([true, { transport: 'websocket', state: 'waiting' }]);
    pass(3_600_000);
    expect(fake.openings).toHaveLength(1);
    line.resume();
    expect(fake.last.asked).toEqual([[{ topic: quotes, cursor: parseCursor('e:4') }]]);
  });

  it('does not wait for its next attempt when it is told to go on', () => {
    const { line, fake, pass, status } = start();
    fake.last.send(snapshot('e:1'));
    fake.last.fail('lost');
    line.resume();
    fake.last.send(delta('e:1→e:2'));
    pass(30_000);
    expect([fake.openings.length, status()?.state]).toEqual([2, 'live']);
  });

  it('goes on with a switch that was under way', () => {
    const { line, fake, status } = start();
    fake.last.send(snapshot('e:1'));
    line.switchTo('polling');
    line.pause();
    expect(fake.last.closed).toBe(true);
    line.resume();
    fake.last.send(delta('e:1→e:2'));
    expect(fake.openings.map(({ name }) => name)).toEqual(['websocket', 'polling', 'websocket', 'polling']);
    expect(status()).toMatchObject({ transport: 'websocket', switchingTo: 'polling' });
  });

  it('stays away, paused or not, when the code said so', () => {
    const { line, fake, status } = start();
    fake.last.fail('unknown_topic');
    line.pause();
    line.resume();
    expect([fake.openings.length, status()?.state]).toEqual([1, 'closed']);
  });

  it('asks for a snapshot when the connection is lost between a gap and its snapshot', () => {
    const { fake, pass } = start();
    fake.last.send(snapshot('e:1'), gap('e:1→e:9'));
    fake.last.fail('lost');
    pass(2_000);
    expect(fake.last.asked).toEqual([[{ topic: quotes }]]);
  });

  it('closes what is open', () => {
    const { fake, line, status } = start();
    line.close();
    expect(fake.last.closed).toBe(true);
    expect(status()).toEqual({ transport: 'websocket', state: 'closed' });
  });
});

describe('a changed filter', () => {
  const under = (filter: Subscription['filter'], cursor?: string): Subscription => ({
    topic: quotes,
    ...(cursor && { cursor: parseCursor(cursor) }),
    ...(filter && { filter }),
  });

  it('is asked with the filter under which the state was built, until a frame has come', () => {
    const { fake, wish } = start([under(keys('A'))], 'request');
    fake.last.send(snapshot('e:1'));
    wish([under(keys('B'))]);
    expect(fake.last.asked.at(-1)).toEqual([{ ...under(keys('B'), 'e:1'), known: keys('A') }]);
    fake.last.ask();
    expect(fake.last.asked.at(-1)).toEqual([{ ...under(keys('B'), 'e:1'), known: keys('A') }]);
    fake.last.send(delta('e:1→e:1', [row('B', 3)], { removals: [parseKey('A')] }));
    fake.last.ask();
    expect(fake.last.asked.at(-1)).toEqual([under(keys('B'), 'e:1')]);
  });

  it('is confirmed by a heartbeat too', () => {
    const { fake, wish } = start([under(keys('A'))], 'request');
    fake.last.send(snapshot('e:1'));
    wish([under(undefined)]);
    fake.last.send(heartbeat({ quotes: 'e:4' }));
    fake.last.ask();
    expect(fake.last.asked.at(-1)).toEqual([under(undefined, 'e:4')]);
  });

  it('is asked for anew after a loss when frames had come that may be of either filter', () => {
    const { fake, wish, pass } = start([under(keys('A'))]);
    fake.last.send(snapshot('e:1'));
    wish([under(keys('B'))]);
    fake.last.send(delta('e:1→e:2'));
    fake.last.fail('lost');
    pass(2_000);
    expect(fake.last.asked).toEqual([[under(keys('B'))]]);
    fake.last.send(snapshot('e:5', [row('B', 1)]));
    fake.last.fail('lost');
    pass(2_000);
    expect(fake.last.asked).toEqual([[under(keys('B'), 'e:5')]]);
  });

  it('is resumed exactly after a loss when no frame had come since', () => {
    const { fake, wish, pass } = start([under(keys('A'))]);
    fake.last.send(snapshot('e:1'));
    wish([under(keys('B'))]);
    fake.last.fail('lost');
    pass(2_000);
    expect(fake.last.asked).toEqual([[{ ...under(keys('B'), 'e:1'), known: keys('A') }]]);
  });

  it('costs no event of an `every` topic, whose cursor is kept whatever the filter', () => {
    const ofTrades = (filter: Subscription['filter']): Subscription => ({ ...under(filter), topic: trades });
    const { fake, wish, pass } = start([ofTrades(keys('A'))]);
    fake.last.send(snapshot('e:1', [], trades));
    wish([ofTrades(keys('B'))]);
    fake.last.send(delta('e:1→e:2', [], { topic: trades }));
    fake.last.fail('lost');
    pass(2_000);
    expect(fake.last.asked).toEqual([[{ ...ofTrades(keys('B')), cursor: parseCursor('e:2') }]]);
  });

  it('makes a switch under way ask anew', () => {
    const { fake, wish, line } = start([under(keys('A'))]);
    const old = fake.last;
    old.send(snapshot('e:1'));
    line.switchTo('streaming');
    const first = fake.last;
    wish([under(keys('B'))]);
    expect(first.closed).toBe(true);
    expect(old.asked).toHaveLength(2);
    expect(fake.last.asked).toEqual([[{ ...under(keys('B'), 'e:1'), known: keys('A') }]]);
  });

  it('is not applied to a state that a switch’s other transport has moved under another filter', () => {
    const { fake, wish, line, delivered } = start([under(keys('A'))]);
    fake.last.send(snapshot('e:1'));
    wish([under(keys('B'))]);
    line.switchTo('streaming');
    fake.openings[0]?.send(delta('e:1→e:5'));
    fake.last.send(delta('e:1→e:3', [row('B', 1)]));
    expect(fake.openings).toHaveLength(3);
    expect(fake.last.asked).toEqual([[under(keys('B'))]]);
    fake.last.send(snapshot('e:6', [row('B', 2)]));
    expect(delivered.at(-1)).toEqual(snapshot('e:6', [row('B', 2)]));
  });

  it('moves the state though its cursor stay, so that a switch’s transport that asked before is asked anew', () => {
    const { fake, wish, line } = start([{ topic: quotes }, { topic: trades }]);
    fake.last.send(snapshot('e:1', [row('A', 1)]));
    wish([under(keys()), { topic: trades }]);
    wish([{ topic: quotes }, { topic: trades }]);
    line.switchTo('polling');
    fake.last.send(snapshot('e:1', [], trades));
    fake.openings[0]?.send(delta('e:1→e:1', [], { removals: [parseKey('A')] }));
    fake.openings[1]?.send(heartbeat({ quotes: 'e:1', trades: 'e:1' }));
    expect(fake.openings).toHaveLength(3);
    expect(fake.last.asked[0]?.[0]).toEqual({ topic: quotes });
  });
});

describe('a topic', () => {
  it('that is dropped delivers nothing more', () => {
    const { fake, wish, delivered } = start([{ topic: quotes }, { topic: trades }]);
    fake.last.send(snapshot('e:1'), snapshot('e:1', [], trades));
    wish([{ topic: quotes }]);
    fake.last.send(delta('e:1→e:2', [], { topic: trades }));
    expect(delivered).toHaveLength(2);
  });

  it('that is added begins with a snapshot while the others go on', () => {
    const { fake, wish, delivered } = start();
    fake.last.send(snapshot('e:3'));
    wish([{ topic: quotes }, { topic: trades }]);
    expect(fake.last.asked.at(-1)).toEqual([
      { topic: quotes, cursor: parseCursor('e:3') },
      { topic: trades },
    ]);
    fake.last.send(snapshot('e:1', [], trades), delta('e:3→e:4'));
    expect(delivered).toHaveLength(3);
  });

  it('that is dropped and wished again at once is never left without an answer', () => {
    const { fake, wish, delivered } = start();
    fake.last.send(snapshot('e:3'));
    wish([]);
    wish(all);
    fake.last.send(delta('e:3→e:4'));
    expect(fake.openings).toHaveLength(2);
    expect(fake.last.asked).toEqual([[{ topic: quotes }]]);
    fake.last.send(snapshot('e:4'));
    expect(delivered).toHaveLength(2);
  });

  it('whose frames never follow from what was asked is a loss, not a loop', () => {
    const { fake, status } = start();
    fake.last.send(delta('e:3→e:4'));
    fake.last.send(delta('e:3→e:4'));
    expect(fake.openings).toHaveLength(2);
    expect(status()).toMatchObject({ state: 'waiting', code: 'lost' });
  });
});
