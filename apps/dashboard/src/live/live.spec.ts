import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { parseKey, type Filter } from '@tickway/protocol';
import { Subject } from 'rxjs';
import { BEFORE_STREAM } from './before-stream';
import { CONNECT } from './connect';
import { Live, topics } from './live';
import { fakeConnection, type FakeConnection } from './testing/fake-connection';

@Component({ selector: 'tw-needs-quotes', template: '' })
class NeedsQuotes {
  constructor() {
    inject(Live).need(topics.quotes);
  }
}

const view = signal<Filter | undefined>(undefined);

@Component({ selector: 'tw-needs-some-quotes', template: '' })
class NeedsSomeQuotes {
  constructor() {
    inject(Live).need(topics.quotes, view);
  }
}

@Component({ selector: 'tw-watches-quotes', template: '' })
class WatchesQuotes {
  readonly seen: unknown[] = [];

  constructor() {
    const keys = signal<Filter | undefined>({ keys: [parseKey('ACME')] });
    inject(Live).watch(topics.quotes, keys, ({ state, changed }) =>
      this.seen.push(...changed.map((key) => state.get(key)?.fields)),
    );
  }
}

const feeds = { market: { label: 'Market', simulated: true } };

function open() {
  const connection = fakeConnection();
  TestBed.configureTestingModule({ providers: [{ provide: CONNECT, useValue: () => connection }] });
  return { connection, live: TestBed.inject(Live) };
}

/** A stretch of the past that a spec tells. */
const sourceOf = ({ frames }: FakeConnection, at: number, jumps = new Subject<void>()) => ({
  ...{ frames, jumps },
  now: () => at,
});

describe('live', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('asks for a topic once, as long as any part of the page needs it', () => {
    const { connection } = open();
    const first = TestBed.createComponent(NeedsQuotes);
    const second = TestBed.createComponent(NeedsQuotes);
    first.destroy();
    expect(connection.wishes).toEqual(['feeds,quotes']);
    second.destroy();
    expect(connection.wishes).toEqual(['feeds,quotes', 'feeds']);
  });

  it('asks for the keys that all parts of the page need together, and anew only when they change', () => {
    const { connection } = open();
    view.set({ keys: [parseKey('B')] });
    const some = TestBed.createComponent(NeedsSomeQuotes);
    TestBed.tick();
    view.set({ keys: [parseKey('B'), parseKey('A')] });
    TestBed.tick();
    view.set({ keys: [parseKey('A'), parseKey('B')] });
    TestBed.tick();
    const all = TestBed.createComponent(NeedsQuotes);
    all.destroy();
    some.destroy();
    expect(connection.wishes).toEqual([
      'feeds,quotes[B]',
      'feeds,quotes[A B]',
      'feeds,quotes',
      'feeds,quotes[A B]',
      'feeds',
    ]);
  });

  it('writes a topic at the next animation frame, once for all frames before it', () => {
    const { connection, live } = open();
    connection.snapshot('quotes', { ACME: { last: 1 } });
    connection.snapshot('quotes', { ACME: { last: 2 } });
    expect(live.quotes.state()).toBeUndefined();
    jest.advanceTimersByTime(17);
    expect(live.quotes.row(parseKey('ACME'))()?.fields).toEqual({ last: 2 });
  });

  it('tells of silence within two seconds, and of life at the next frame', () => {
    const { connection, live } = open();
    TestBed.createComponent(NeedsQuotes);
    connection.snapshot('quotes', {});
    jest.advanceTimersByTime(1000);
    expect(live.health()).toBe('live');
    jest.advanceTimersByTime(1000);
    expect(live.health()).toBe('silent');
    connection.snapshot('quotes', {});
    expect(live.health()).toBe('live');
  });

  it('does not call it silence when nothing is asked for that comes often', () => {
    const { connection, live } = open();
    connection.snapshot('feeds', feeds);
    jest.advanceTimersByTime(10_000);
    expect(live.health()).toBe('live');
  });

  it('says at once when the connection is cut', () => {
    const { connection, live } = open();
    connection.status.next({ transport: 'socket.io', state: 'waiting', code: 'lost' });
    expect(live.health()).toBe('waiting');
  });

  it('shows the past by its own clock, and asks the server for nothing meanwhile', () => {
    const { connection, live } = open();
    TestBed.createComponent(NeedsQuotes);
    connection.snapshot('quotes', { ACME: { last: 1 }, BOLT: { last: 5 } });
    jest.advanceTimersByTime(17);
    const bolt = live.quotes.row(parseKey('BOLT'));
    const past = fakeConnection();
    live.playFrom(sourceOf(past, 7_000));
    past.snapshot('quotes', { ACME: { last: 2 } });
    connection.snapshot('quotes', { ACME: { last: 3 } });
    jest.advanceTimersByTime(5_000);
    expect([live.quotes.row(parseKey('ACME'))()?.fields.last, bolt(), live.quotes.keys()]).toEqual([
      2,
      undefined,
      ['ACME'],
    ]);
    expect([live.serverNow(), live.serverTime(), live.health()]).toEqual([7_000, 7_000, 'live']);
    expect(connection.wishes).toEqual(['feeds,quotes', 'feeds']);
    expect(live.needed()).toEqual([topics.quotes]);
  });

  it('counts what is held as old from the end of a replay until the present has come', () => {
    const { connection, live } = open();
    TestBed.createComponent(NeedsQuotes);
    live.playFrom(sourceOf(fakeConnection(), 7_000));
    live.playLive();
    expect([connection.wishes.at(-1), live.health()]).toEqual(['feeds,quotes', 'connecting']);
    connection.snapshot('quotes', { ACME: { last: 4 } });
    jest.advanceTimersByTime(17);
    expect([live.quotes.row(parseKey('ACME'))()?.fields.last, live.health()]).toEqual([4, 'live']);
    expect(live.serverNow()).toBe(Date.now());
  });

  it('goes on watching the present while the past is shown, and shows all of it again afterwards', () => {
    const { connection, live } = open();
    const { seen } = TestBed.createComponent(WatchesQuotes).componentInstance;
    TestBed.createComponent(NeedsQuotes);
    connection.snapshot('quotes', { ACME: { last: 1, bid: 1 }, BOLT: { last: 5 } });
    const past = fakeConnection();
    live.playFrom(sourceOf(past, 7_000));
    expect([connection.wishes.at(-1), live.needed()]).toEqual(['feeds,quotes[ACME]', [topics.quotes]]);
    past.snapshot('quotes', { ACME: { last: 9 } });
    connection.delta('quotes', { ACME: { last: 2 } });
    jest.advanceTimersByTime(17);
    expect(live.quotes.row(parseKey('ACME'))()?.fields.last).toBe(9);
    expect(seen.at(-1)).toEqual({ last: 2, bid: 1 });
    live.playLive();
    connection.delta('quotes', { BOLT: { last: 6 } });
    jest.advanceTimersByTime(17);
    expect(live.quotes.row(parseKey('ACME'))()?.fields).toEqual({ last: 2, bid: 1 });
    expect([live.quotes.row(parseKey('BOLT'))()?.fields.last, live.health()]).toEqual([6, 'live']);
  });

  it('shows the feeds of the moment that is shown, and those of now again without asking for them', () => {
    const { connection, live } = open();
    const offset = () => live.feeds.row(parseKey('vehicles'))()?.fields.offsetMs;
    connection.snapshot('feeds', { vehicles: { offsetMs: 1 } });
    jest.advanceTimersByTime(17);
    const past = fakeConnection();
    live.playFrom(sourceOf(past, 7_000));
    past.snapshot('feeds', { vehicles: { offsetMs: 2 } });
    jest.advanceTimersByTime(17);
    expect(offset()).toBe(2);
    live.playLive();
    jest.advanceTimersByTime(17);
    expect([offset(), connection.wishes]).toEqual([1, []]);
  });

  it('tells of another story with its first values, at a jump within the past too', () => {
    const { connection, live } = open();
    TestBed.createComponent(NeedsQuotes);
    const [past, jumps] = [fakeConnection(), new Subject<void>()];
    const stories: number[] = [];
    const write = (from: FakeConnection) => {
      from.snapshot('quotes', { ACME: { last: 1 } });
      const before = live.story();
      jest.advanceTimersByTime(17);
      stories.push(live.story() - before);
    };
    write(connection);
    live.playFrom(sourceOf(past, 7_000, jumps));
    write(past);
    write(past);
    jumps.next();
    write(past);
    live.playLive();
    write(connection);
    expect(stories).toEqual([0, 1, 0, 1, 1]);
  });

  it('loads what may not come any more before it streams, and then only if that is wanted yet', async () => {
    jest.useRealTimers();
    const connection = fakeConnection();
    let loaded: () => void = () => undefined;
    const loading = new Promise<void>((done) => (loaded = done));
    TestBed.configureTestingModule({
      providers: [
        { provide: CONNECT, useValue: () => connection },
        { provide: BEFORE_STREAM, useValue: () => loading },
      ],
    });
    const live = TestBed.inject(Live);
    live.switchTo('streaming');
    live.switchTo('polling');
    live.switchTo('streaming');
    expect(connection.switched).toEqual(['polling']);
    live.switchTo('websocket');
    loaded();
    await new Promise((done) => setTimeout(done));
    live.switchTo('streaming');
    await new Promise((done) => setTimeout(done));
    expect(connection.switched).toEqual(['polling', 'websocket', 'streaming']);
  });

  it('closes the connection with the page', () => {
    const { connection } = open();
    TestBed.resetTestingModule();
    expect(connection.closed).toBe(true);
  });
});
