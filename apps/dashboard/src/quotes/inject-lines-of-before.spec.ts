import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { parseKey, type Key } from '@tickway/protocol';
import { Subject } from 'rxjs';
import { CONNECT } from '../live/connect';
import { Live, topics } from '../live/live';
import { fakeConnection } from '../live/testing/fake-connection';
import { injectLinesOfBefore } from './inject-lines-of-before';
import { LOAD_CLOSES, parseCloses, type Close, type ClosesWish } from './load-closes';
import { QuoteBook } from './quote-book';

const ACME = parseKey('ACME');

@Component({ selector: 'tw-lines', template: '' })
class Lines {
  constructor() {
    inject(Live).need(topics.quotes);
    injectLinesOfBefore();
  }
}

async function open(answer: (wish: ClosesWish) => readonly Close[] | Error) {
  const connection = fakeConnection();
  const asked: (number | undefined)[] = [];
  const load = (wish: ClosesWish): Promise<ReadonlyMap<Key, readonly Close[]>> => {
    asked.push(wish.at);
    const told = answer(wish);
    return told instanceof Error ? Promise.reject(told) : Promise.resolve(new Map([[ACME, told]]));
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: CONNECT, useValue: () => connection },
      { provide: LOAD_CLOSES, useValue: load },
    ],
  });
  TestBed.createComponent(Lines);
  const pass = (ms = 500) => jest.advanceTimersByTimeAsync(ms);
  const prices = () => TestBed.inject(QuoteBook).spark(ACME)?.prices();
  connection.snapshot('quotes', { ACME: { last: 10 } });
  await pass();
  return { asked, connection, live: TestBed.inject(Live), pass, prices };
}

describe('lines of prices', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('begin with what was before, in the present and at each moment that is sought', async () => {
    const { asked, live, pass, prices } = await open(({ at = 99 }) => [
      { at: -9_000, price: at },
      { at: -5_000, price: 9 },
    ]);
    expect(prices()).toEqual([99, 10]);
    const [past, jumps] = [fakeConnection(), new Subject<void>()];
    live.playFrom({ frames: past.frames, jumps, now: () => 7_000 });
    past.snapshot('quotes', { ACME: { last: 5 } });
    await pass();
    expect(prices()).toEqual([7_000, 5]);
    for (let i = 0; i < 3; i++) {
      jumps.next();
      past.snapshot('quotes', { ACME: { last: 6 } });
      await pass(100);
    }
    await pass();
    expect([prices(), asked]).toEqual([
      [7_000, 6],
      [undefined, 7_000, 7_000],
    ]);
  });

  it('begin with what comes when history cannot tell', async () => {
    const { prices } = await open(() => new Error('history is off'));
    expect(prices()).toEqual([10]);
  });

  it('are read from history’s answer, but for what is no price', () => {
    expect(parseCloses({ closes: { ACME: [[5, 1.5], [6], 'x'], 'not a key!': [] } })).toEqual(
      new Map([[ACME, [{ at: 5, price: 1.5 }]]]),
    );
    expect(parseCloses('page')).toEqual(new Map());
  });
});
