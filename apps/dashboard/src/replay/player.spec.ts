import { keyedState, type KeyedState } from '@tickway/client';
import type { Topic } from '@tickway/protocol';
import fc from 'fast-check';
import { Player } from './player';
import { FakeHistory, positions, quotes, type Plain } from './testing/fake-history';

const topics = [quotes, positions];

/** What a board or a map holds by following a player. */
function viewer(player: Player): (topic: Topic) => Plain {
  const held = new Map<Topic, KeyedState['state']>();
  for (const topic of topics)
    player.frames.pipe(keyedState(topic)).subscribe(({ state }) => held.set(topic, state));
  return (topic) =>
    Object.fromEntries([...(held.get(topic) ?? [])].map(([key, { fields }]) => [key, fields]));
}

/** A record of a quote a second, whose last price is the second. */
function seconds(count: number) {
  const history = new FakeHistory();
  for (let second = 0; second < count; second++)
    history.tick(second * 1_000, quotes, { ACME: { last: second } });
  return history;
}

function playing(history: FakeHistory, at: number, to: number) {
  const player = new Player({ read: history.read, topics, at, to });
  const state = viewer(player);
  player.seek(at);
  return { player, last: () => state(quotes).ACME?.last };
}

describe('player', () => {
  it('shows the state of a moment when it has come, and not before', () => {
    const history = seconds(60);
    const { player, last } = playing(history, 10_500, 59_000);
    expect([player.state, last()]).toEqual(['seeking', undefined]);
    history.answer();
    expect([player.state, player.now(), last()]).toEqual(['paused', 10_500, 10]);
  });

  it('plays as many seconds in one as it is told', () => {
    const history = seconds(600);
    const { player, last } = playing(history, 10_500, 599_000);
    history.answer();
    expect([player.state, last()]).toEqual(['paused', 10]);
    player.play(10);
    player.advance(160);
    expect([player.now(), last()]).toEqual([12_100, 12]);
    player.play(60);
    player.advance(1_000);
    expect([player.now(), last()]).toEqual([72_100, 72]);
    player.pause();
    player.advance(1_000);
    expect([player.state, last()]).toEqual(['paused', 72]);
  });

  it('keeps a silence as long as it was, and knows where it was', () => {
    const history = seconds(3);
    history.tick(90_000, quotes, { ACME: { last: 90 } });
    const { player, last } = playing(history, 1_500, 90_000);
    history.answer();
    player.play(1);
    player.advance(87_000);
    expect(last()).toBe(2);
    player.advance(1_500);
    expect([last(), player.state]).toEqual([90, 'ended']);
    expect(player.silences).toEqual([{ from: 2_000, to: 90_000, kind: 'quiet' }]);
  });

  it('shows what was before a restart until the restart, and marks the time in which nobody recorded', () => {
    const history = seconds(3);
    history.restart(20_000);
    history.tick(20_000, quotes, { BOLT: { last: 1 } });
    const { player, last } = playing(history, 0, 20_000);
    history.answer();
    player.seek(19_999);
    expect(last()).toBe(2);
    player.seek(20_000);
    expect(last()).toBeUndefined();
    expect(player.silences).toEqual([{ from: 2_000, to: 20_000, kind: 'cut' }]);
  });

  it('reads ahead five seconds at its speed, one page at a time', () => {
    const history = seconds(600);
    const { player } = playing(history, 0, 599_000);
    history.answer(3);
    expect(history.asked).toHaveLength(0);
    player.play(1);
    expect(history.asked.map(({ wish }) => wish.begin)).toEqual([{ after: 3_000 }]);
    player.advance(16);
    expect(history.asked).toHaveLength(1);
    history.answer(4);
    expect(history.asked).toHaveLength(0);
    player.advance(3_000);
    expect(history.asked.map(({ wish }) => wish.begin)).toEqual([{ after: 7_000 }]);
  });

  it('waits at the end of what it has, and says so', () => {
    const history = seconds(60);
    const { player, last } = playing(history, 0, 59_000);
    history.answer(2);
    player.play(10);
    player.advance(1_000);
    expect([player.state, player.now(), last()]).toEqual(['loading', 2_000, 2]);
    history.answer();
    player.advance(100);
    expect([player.state, last()]).toEqual(['playing', 3]);
  });

  it('gives up what it reads when another moment is sought, and keeps showing the one before', () => {
    const history = seconds(60);
    const { player, last } = playing(history, 5_000, 59_000);
    history.answer(3);
    player.seek(30_000);
    player.seek(20_000);
    expect(history.asked.map(({ wish }) => wish.begin)).toEqual([{ at: 20_000 }]);
    expect([player.now(), player.target, last()]).toEqual([5_000, 20_000, 5]);
    history.answer();
    expect([player.now(), last()]).toEqual([20_000, 20]);
  });

  it('goes forward over what it has without asking', () => {
    const history = seconds(60);
    const { player, last } = playing(history, 0, 59_000);
    history.answer();
    player.seek(40_000);
    expect([player.state, last(), history.asked.length]).toEqual(['paused', 40, 0]);
  });

  it('says what failed, and goes on when tried again', () => {
    const history = seconds(60);
    const { player, last } = playing(history, 7_000, 59_000);
    history.fail();
    expect([player.state, player.failure]).toEqual([
      'failed',
      expect.objectContaining({ code: 'history_off' }),
    ]);
    player.retry();
    history.answer();
    expect([player.state, last()]).toEqual(['paused', 7]);
  });

  it('ends at the end of the record, and goes on when the record has grown', () => {
    const history = seconds(60);
    const { player, last } = playing(history, 28_000, 30_000);
    history.answer();
    player.play(60);
    player.advance(1_000);
    expect([player.state, last()]).toEqual(['ended', 30]);
    player.extend(50_000);
    player.advance(16);
    history.answer();
    player.advance(200);
    expect(last()).toBe(42);
  });

  it('asks for the state of topics that a page needs anew', () => {
    const history = seconds(60);
    const { player } = playing(history, 7_000, 59_000);
    history.answer();
    player.follow([positions]);
    expect(history.asked.map(({ wish }) => [wish.topics, wish.begin])).toEqual([
      [[positions], { at: 7_000 }],
    ]);
  });

  it('shows at every moment the state that the record has of it, whatever is done', () => {
    fc.assert(
      fc.property(past, fc.array(act, { maxLength: 60 }), (events, acts) => {
        const { history, end } = write(events);
        const player = new Player({ read: history.read, topics, at: 0, to: end });
        const held = viewer(player);
        const isTrue = () => {
          for (const topic of history.told) expect(held(topic)).toEqual(history.stateAt(topic, player.now()));
        };
        player.seek(0);
        for (const one of acts) {
          perform(one, { player, history, end });
          isTrue();
        }
        player.retry();
        for (let i = 0; i < 500 && player.state !== 'ended'; i++) {
          player.play(60);
          history.answer(7);
          player.advance(1_000);
          isTrue();
        }
        expect([player.state, player.now()]).toEqual(['ended', end]);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

const happening = fc.record({
  waitMs: fc.oneof({ weight: 4, arbitrary: fc.nat(3_000) }, fc.nat(80_000)),
  restart: fc.nat(12).map((n) => n === 0),
  topic: fc.constantFrom(...topics),
  changes: fc.dictionary(
    fc.constantFrom('A', 'B', 'C', 'D'),
    fc.option(fc.dictionary(fc.constantFrom('x', 'y'), fc.nat(9), { minKeys: 1 }), { nil: undefined }),
    { minKeys: 1 },
  ),
});
const past = fc.array(happening, { minLength: 1, maxLength: 50 });

function write(events: readonly (typeof happening extends fc.Arbitrary<infer T> ? T : never)[]) {
  const history = new FakeHistory();
  let at = 0;
  for (const { waitMs, restart, topic, changes } of events) {
    at += waitMs;
    if (restart) history.restart(at);
    else history.tick(at, topic, changes);
  }
  return { history, end: Math.max(1, at) };
}

const act = fc.oneof(
  fc.record({ type: fc.constant('seek' as const), to: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ type: fc.constant('play' as const), speed: fc.constantFrom(1, 2, 5, 10, 30, 60) }),
  fc.record({ type: fc.constant('pause' as const) }),
  { weight: 4, arbitrary: fc.record({ type: fc.constant('advance' as const), ms: fc.nat(2_000) }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('answer' as const), most: fc.integer({ min: 1, max: 9 }) }),
  },
  fc.record({ type: fc.constant('fail' as const), again: fc.boolean() }),
  fc.record({ type: fc.constant('follow' as const), topics: fc.subarray(topics, { minLength: 1 }) }),
);

interface Stage {
  readonly player: Player;
  readonly history: FakeHistory;
  readonly end: number;
}

function perform(one: typeof act extends fc.Arbitrary<infer T> ? T : never, { player, history, end }: Stage) {
  switch (one.type) {
    case 'seek':
      return player.seek(Math.round(one.to * end));
    case 'play':
      return player.play(one.speed);
    case 'pause':
      return player.pause();
    case 'advance':
      return player.advance(one.ms);
    case 'answer':
      return history.answer(one.most);
    case 'fail':
      return failing(history, player, one.again);
    case 'follow':
      return player.follow(one.topics);
  }
}

function failing(history: FakeHistory, player: Player, again: boolean): void {
  history.fail();
  if (again) player.retry();
}
