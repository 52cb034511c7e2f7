import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { parseKey, type Key } from '@tickway/protocol';
import { CONNECT } from '../live/connect';
import { fakeConnection } from '../live/testing/fake-connection';
import { injectAskedRows } from './asked-rows';
import { QuoteBook } from './quote-book';

@Component({ selector: 'tw-asks', template: '' })
class Asks {
  readonly inView = signal<readonly Key[]>([]);
  readonly rows = injectAskedRows({ inView: this.inView, all: signal(undefined) });
}

async function asking() {
  const connection = fakeConnection();
  TestBed.configureTestingModule({ providers: [{ provide: CONNECT, useValue: () => connection }] });
  const { componentInstance: asks } = TestBed.createComponent(Asks);
  const settle = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const last = () => connection.wishes.at(-1);
  await settle(600);
  return { connection, asks, settle, last, book: TestBed.inject(QuoteBook) };
}

describe('asked rows', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('are all at first, then those in view and those that lately were', async () => {
    const { connection, asks, settle, last } = await asking();
    expect(last()).toBe('feeds,quotes');
    connection.snapshot('quotes', { AAA: { last: 1 }, BBB: { last: 2 }, CCC: { last: 3 } });
    asks.inView.set([parseKey('AAA')]);
    await settle(4000);
    expect(last()).toBe('feeds,quotes[AAA]');
    asks.inView.set([parseKey('BBB')]);
    await settle(1000);
    expect(last()).toBe('feeds,quotes[AAA BBB]');
    await settle(3000);
    expect(last()).toBe('feeds,quotes[BBB]');
  });

  it('are all once a minute, so that a symbol that is new is found', async () => {
    const { connection, asks, settle, last, book } = await asking();
    connection.snapshot('quotes', { AAA: { last: 1 }, BBB: { last: 2 } });
    asks.inView.set([parseKey('AAA')]);
    await settle(58_000);
    expect(last()).toBe('feeds,quotes[AAA]');
    await settle(3000);
    expect(last()).toBe('feeds,quotes');
    connection.snapshot('quotes', { AAA: { last: 1 }, BBB: { last: 2 }, NEW: { last: 9 } });
    await settle(3000);
    expect(last()).toBe('feeds,quotes[AAA]');
    expect(book.keys()).toContain('NEW');
  });

  it('lose a symbol that ended, and not one that only left the view', async () => {
    const { connection, asks, settle, book } = await asking();
    connection.snapshot('quotes', { AAA: { last: 1 }, BBB: { last: 2 }, CCC: { last: 3 }, DDD: { last: 4 } });
    asks.inView.set(['AAA', 'BBB'].map(parseKey));
    await settle(4000);
    connection.delta('quotes', {}, ['CCC', 'DDD']);
    await settle(2000);
    expect(book.keys()).toEqual(['AAA', 'BBB', 'CCC', 'DDD']);
    connection.delta('quotes', {}, ['AAA', 'BBB']);
    await settle(100);
    connection.delta('quotes', { BBB: { last: 3 } });
    await settle(2000);
    expect(book.keys()).toEqual(['BBB', 'CCC', 'DDD']);
    // At the next roll call.
    await settle(52_000);
    connection.delta('quotes', { DDD: { last: 5 } });
    await settle(5000);
    expect(book.keys()).toEqual(['BBB', 'DDD']);
  });
});
