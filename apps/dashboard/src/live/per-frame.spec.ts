import type { KeyedState } from '@tickway/client';
import { parseKey } from '@tickway/protocol';
import { map } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { perFrame } from './per-frame';

const [a, b] = [parseKey('a'), parseKey('b')];
const step = (one: Partial<KeyedState>): KeyedState => ({
  state: new Map(),
  changed: [],
  removed: [],
  replaced: false,
  ...one,
});
const steps = { a: step({ changed: [a] }), b: step({ changed: [b] }), r: step({ removed: [a] }) };
const told = ({ changed, removed }: KeyedState) => `${changed.join()}/${removed.join()}`;

const scheduler = () => new TestScheduler((actual, expected) => expect(actual).toEqual(expected));

describe('per frame', () => {
  it('makes one emission of all that came before an animation frame', () => {
    scheduler().run(({ animate, hot, expectObservable }) => {
      animate('            ---x---x---x---');
      const source = hot('ab---a-------', steps);
      const expected = '   ---m---n------';
      expectObservable(source.pipe(perFrame(), map(told))).toBe(expected, { m: 'a,b/', n: 'a/' });
    });
  });

  it('tells of a key only what happened to it last', () => {
    scheduler().run(({ animate, hot, expectObservable }) => {
      animate('            ---x---x---');
      const source = hot('ar--ra--', steps);
      const expected = '   ---m---n---';
      expectObservable(source.pipe(perFrame(), map(told))).toBe(expected, { m: '/a', n: 'a/' });
    });
  });

  it('gathers in the background without emitting, and leaves nothing when unsubscribed', () => {
    scheduler().run(({ animate, hot, expectObservable, expectSubscriptions }) => {
      animate('            ----------x-');
      const source = hot('abababab----', steps);
      expectObservable(source.pipe(perFrame(), map(told)), '^-----!').toBe('-------');
      expectSubscriptions(source.subscriptions).toBe('^-----!');
    });
  });

  it('passes on an error at once, and completes after what was gathered', () => {
    scheduler().run(({ hot, animate, expectObservable }) => {
      animate('            ---x---');
      expectObservable(hot('a#', steps).pipe(perFrame(), map(told))).toBe('-#');
      expectObservable(hot('|', steps).pipe(perFrame(), map(told))).toBe('|');
    });
  });
});
